import { expect, test } from "vitest";
import { readYaml } from "#content/read-yaml.ts";
import { Frontmatter, Hub, INTEGRATION_IDS } from "#content/schema.ts";

const said = (text: string, schema: typeof Hub | typeof Frontmatter) =>
  readYaml<unknown>({ file: "x", text }, schema).mistakes.map(
    ({ line, field, message }) => `${line} ${field}: ${message}`,
  );

test("a mistake says in words what a field must be, and which one was meant", () => {
  const hub = said(
    [
      "product: { nam: Help, hub: 7, description: Help }",
      "brand: { hue: 400, chroma: 0.1, lightness: 0.4 }",
      "integrations: [{ id: hubpot, name: HubSpot, availability: live }]",
      "oftenTyped: a long search",
    ].join("\n"),
    Hub,
  );
  expect(hub).toEqual(
    expect.arrayContaining([
      "1 product.name: is missing",
      "1 product.nam: there is no such field; did you mean name?",
      "1 product.hub: must be text",
      "2 brand.hue: must be at most 360",
      "2 brand.lightness: must be at least 20",
      `3 integrations.0.id: must be one of ${INTEGRATION_IDS.join(", ")}`,
      '4 oftenTyped: must be a list, such as [one, two] or a line with "- " for each',
      "1 topics: is missing",
    ]),
  );
  expect(hub.filter((line) => line.includes("oftenTyped"))).toHaveLength(1);
});

test("a date that is none is said with one that is", () => {
  const article =
    "title: A title\nsummary: How a thing is done here.\nkind: faq\nsources: [somewhere]\nupdated: 20/11/2026";
  expect(said(article, Frontmatter)).toEqual(["5 updated: must be a date such as 2026-11-23"]);
});

test("a file with nothing in it says so", () => {
  expect(said("# later", Hub)).toEqual(["1 undefined: there is nothing in it"]);
});
