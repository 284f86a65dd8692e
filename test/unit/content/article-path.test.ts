import { expect, test } from "vitest";
import { editAddress, parseArticlePath } from "#content/article-path.ts";
import { EditPlace } from "#content/identity.ts";

const edit = EditPlace.parse({ url: "https://git.example.com/acme/help/edit/main/" });
const hub = { edit, languages: ["en", "de"] };

test.each([
  ["articles/start/install.mdx", "start/install"],
  ["articles/start/install.de.mdx", "start/install.de"],
  ["learn/plan.mdx", "learn/plan"],
])("%s is edited where its file is", (file, path) => {
  expect(editAddress(hub, parseArticlePath(path, "en"))).toBe(`https://git.example.com/acme/help/edit/main/${file}`);
});

test("nothing says where a hub's articles are edited unless hub.yaml does", () => {
  expect(editAddress({ ...hub, edit: undefined }, { id: "start/install", language: "en" })).toBeNull();
});

test("the place to edit is a folder of the web", () => {
  const wrong = ["https://git.example.com/acme/help", "file:///srv/help/", "javascript:alert(1)//"];
  expect(wrong.filter((url) => EditPlace.safeParse({ url }).success)).toEqual([]);
});
