import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadHub } from "#content/hub.ts";
import { labelIn } from "#content/identity.ts";
import { openContent } from "#test/support/lint-content.ts";

const { contentDir, write } = openContent();
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32"><path d="M0 0h9"/></svg>';
const HUB = "hub.yaml";
const swap = (from: string, to: string) => {
  const file = path.join(contentDir(), HUB);
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
};
const COLOUR = "hue: 250, chroma: 0.11, lightness: 42";
const brand = (more: string) => swap(COLOUR, `${COLOUR}, ${more}`);
const say = (yaml: string) => appendFileSync(path.join(contentDir(), HUB), `\n${yaml}\n`);
test("a folder without a hub.yaml is named, and the setting that names it", () => {
  expect(() => loadHub("/nowhere")).toThrow(
    "There is no hub.yaml in /nowhere: CONTENT_DIR must name a folder that has",
  );
});

/** What is wrong, without the folder's name. */
function mistakes(): string {
  try {
    loadHub(contentDir());
    return "";
  } catch (error) {
    return (error as Error).message.replaceAll(/^.*?hub\.yaml:\d+ /gm, "");
  }
}

test("a hub says nothing of its operator, and gets by", () => {
  const { brand: own, links, operator } = loadHub(contentDir());
  expect([own.logo, own.icon, links, operator]).toEqual([undefined, undefined, [], undefined]);
});

test("a logo, an icon, links and who is responsible are taken as they are written", () => {
  write("brand/logo.svg", SVG);
  write("icon.svg", SVG.replace("120", "32"));
  brand("logo: { light: brand/logo.svg, alt: Acme }, icon: icon.svg");
  say(
    'links: [{ label: { en: Imprint, de: Impressum }, url: "https://example.com/imprint" }, { label: AGB, url: /terms/ }]',
  );
  say("operator: { name: Acme Ltd, address: [1 Example Street, Exampletown], email: privacy@example.com }");
  const hub = loadHub(contentDir());
  expect(hub.brand.logo).toEqual({ light: "brand/logo.svg", alt: "Acme", withName: false });
  expect(hub.operator?.address).toEqual(["1 Example Street", "Exampletown"]);
  const labels = (language: string) => hub.links.map((link) => labelIn(link, language, hub.languages));
  expect([labels("en"), labels("de"), labels("fr")]).toEqual([
    ["Imprint", "AGB"],
    ["Impressum", "AGB"],
    ["Imprint", "AGB"],
  ]);
});

test.each([
  ["nothing", "there is no brand/logo.svg in the content folder: put it there, or name another", null],
  ["too much", "brand/logo.svg has 61 KB: make it 50 or less", SVG + " ".repeat(61_400)],
  ["another kind", "brand/logo.svg is no SVG, whatever its name says: save it as one", "GIF89a"],
  ["no namespace", 'brand/logo.svg is not drawn by browsers: write xmlns="http', SVG.replace(/ xmlns="[^"]*"/, "")],
  ["no size", "brand/logo.svg does not say its proportions: give its <svg> a viewBox", SVG.replace("viewBox", "id")],
  [
    "a size in percent",
    "brand/logo.svg does not say its",
    SVG.replace('viewBox="0 0 120 32"', 'width="100%" height="9"'),
  ],
])("a logo of which there is %s is refused in words", (_name, says, text) => {
  mkdirSync(path.join(contentDir(), "brand"), { recursive: true });
  if (text !== null) write("brand/logo.svg", text);
  brand("logo: { light: brand/logo.svg }");
  expect(mistakes()).toContain(`brand.logo.light: ${says}`);
});

test("a PNG is known by what is in it; an icon is square; a mistake has its line", () => {
  write("icon.svg", SVG);
  write("logo.png", SVG);
  brand("icon: icon.svg, logo: { light: logo.png }");
  expect(mistakes()).toBe(
    "brand.logo.light: logo.png is no PNG, whatever its name says: save it as one\nbrand.icon: icon.svg is 120 by 32: an icon is square",
  );
  expect(() => loadHub(contentDir())).toThrow(/hub\.yaml:8 brand\.icon/);
});

test("a typeface is the system's, or a file that is there, is WOFF2 and is no larger than it has to be", () => {
  expect(loadHub(contentDir()).brand.typeface).toBeUndefined();
  brand("typeface: { name: Own, regular: r.woff2, bold: b.woff2 }");
  expect(mistakes()).toBe(
    ["regular: there is no r.woff2", "bold: there is no b.woff2"]
      .map((says) => `brand.typeface.${says} in the content folder: put it there, or name another`)
      .join("\n"),
  );
  write("r.woff2", "OTTO");
  write("b.woff2", `wOF2${" ".repeat(102_400)}`);
  expect(mistakes()).toBe(
    "brand.typeface.regular: r.woff2 is no WOFF2, whatever its name says: save it as one\n" +
      "brand.typeface.bold: b.woff2 has 101 KB: make it 100 or less, by leaving out letters that your languages do not write",
  );
});

test.each([
  ["brand.typeface: write system, or the files of your own", () => brand("typeface: Arial")],
  ["brand.typeface: write system, or the files of your own", () => brand("typeface: { name: Own }")],
  ["brand.typeface.regular: name a WOFF2 file in the", () => brand("typeface: { name: Own, regular: own.ttf }")],
  ["brand.typeface.name: write its name in", () => brand(`typeface: { name: 'O"wn', regular: own.woff2 }`)],
  ["brand.logo.light: name an SVG or PNG file in the content folder", () => brand("logo: { light: ../secret.svg }")],
  ["brand.icon: name an SVG or PNG file in the content folder", () => brand("icon: /etc/icon.png")],
  ["brand.icon: name an SVG or PNG file in the content folder", () => brand("icon: favicon.ico")],
  ["links.0.url: use an address of this hub", () => say("links: [{ label: Us, url: javascript:alert(1) }]")],
  ["links.0.url: use an address of this hub", () => say("links: [{ label: Us, url: //example.com }]")],
  ["links.0.url: use an address of this hub", () => say('links: [{ label: Us, url: "http://example.com" }]')],
  ["links.0.label: says nothing in en, the hub's first language", () => say("links: [{ label: { de: Wir }, url: / }]")],
  ['languages.1: there is no language "jp"; did you mean ja?', () => swap("languages: [en]", "languages: [en, jp]")],
  ['languages.0: there is no language "qq": use a tag', () => swap("languages: [en]", "languages: [qq]")],
  ["topics: names a topic's id twice", () => swap("topics:", "topics:\n  - { id: start, title: One, summary: Two }")],
  ["brand: this colour cannot be read everywhere.", () => swap("lightness: 42", "lightness: 60")],
  ["operator.email: ", () => say("operator: { name: Us, address: [Here], email: nobody }")],
  ["operator.address: ", () => say("operator: { name: Us, address: [], email: a@example.com }")],
])("%s", (says, change) => {
  change();
  expect(mistakes()).toContain(says);
});
