import { expect, test } from "vitest";
import { inGroups } from "#site/articles/groups.ts";

const groups = [
  { id: "access", title: "Access" },
  { id: "empty", title: "Nothing yet" },
  { id: "setup", title: "Set it up" },
];
const articles = [{ id: "a", group: "setup" }, { id: "b" }, { id: "c", group: "access" }, { id: "d", group: "setup" }];

test("a topic's articles stand in its groups as hub.yaml has them, those of none first", () => {
  const read = inGroups({ groups }, articles).map((group) => [
    group.title,
    group.articles.map(({ id }) => id).join(""),
  ]);
  expect(read).toEqual([
    [undefined, "b"],
    ["Access", "c"],
    ["Set it up", "ad"],
  ]);
});

test("without groups there is one list, and of no articles none", () => {
  const [ungrouped] = articles.slice(1, 2);
  expect(inGroups({}, articles.slice(1, 2))).toEqual([{ id: undefined, title: undefined, articles: [ungrouped] }]);
  expect(inGroups({ groups }, [])).toEqual([]);
});
