import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { writeTypeface } from "#site/typeface/typeface-styles.ts";
import { makeTypeface, VARIABLE } from "#test/support/typefaces.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const folder = freshFolder("typeface");
const colour = { hue: 240, chroma: 0.105, lightness: 42 };

/** Each face of the style sheet: its family, its weight, and what else it says. */
async function facesOf(typeface?: Parameters<typeof writeTypeface>[0]["typeface"]) {
  const css = await writeTypeface({ ...colour, typeface }, folder);
  const faces = [...css.matchAll(/@font-face\{font-family:"([^"]+)";(.*?)\}/g)].map(([, family = "", says = ""]) => ({
    family,
    says,
    weight: /font-weight:([\d ]+)/.exec(says)?.[1],
  }));
  const of = (family: string) => faces.filter((face) => face.family === family);
  return { css, of, names: /--font:([^}]*)/.exec(css)?.[1] };
}
const shareOf = (face: { says: string } | undefined, property: string): number =>
  Number(new RegExp(`${property}:([\\d.]+)%`).exec(face?.says ?? "")?.[1]);

test("the standard typeface is in three parts, of which most pages load one", async () => {
  const { of, names } = await facesOf();
  expect(of("Atkinson Next").map(({ says }) => /url\("([^"]+)"/.exec(says)?.[1])).toEqual([
    "/fonts/atkinson-next-latin-ext.woff2",
    "/fonts/atkinson-next-latin.woff2",
    "/fonts/atkinson-next-core.woff2",
  ]);
  expect(of("Fallback Arial").map(({ weight }) => weight)).toEqual(["400", "600 700"]);
  expect(names).toBe('"Atkinson Next","Fallback Arial","Fallback Roboto","Fallback DejaVu",system-ui,sans-serif');
});

test("the reader's system has its typeface: nothing is loaded, and nothing adjusted", async () => {
  expect((await facesOf("system")).css).toBe(":root{--font:system-ui,sans-serif}");
});

test("what stands in for an operator's own is as wide and as high, weight for weight", async () => {
  writeFileSync(path.join(folder, "regular.woff2"), await makeTypeface("regular", { upem: 800 }));
  writeFileSync(path.join(folder, "bold.woff2"), await makeTypeface("bold", { upem: 900 }));
  const [standard, own] = [
    await facesOf(),
    await facesOf({ name: "Example Sans", regular: "regular.woff2", bold: "bold.woff2" }),
  ];
  expect(own.of("Example Sans").map(({ weight }) => weight)).toEqual(["400", "600 700"]);
  expect(own.css).toMatch(/url\("\/brand\/typeface\.[0-9a-f]{12}\.woff2"\).*url\("\/brand\/typeface-bold\./);
  expect(own.names).toMatch(/^"Example Sans","Fallback Arial"/);
  for (const family of ["Fallback Arial", "Fallback Roboto", "Fallback DejaVu"])
    for (const [index, larger] of [1000 / 800, 1000 / 900].entries()) {
      const [before, now] = [standard.of(family)[index], own.of(family)[index]];
      expect(shareOf(now, "size-adjust")).toBeCloseTo(shareOf(before, "size-adjust") * larger, 0);
      // of the size that it is drawn in, which has grown with it
      expect(shareOf(now, "ascent-override")).toBeCloseTo(shareOf(before, "ascent-override"), 0);
      expect(shareOf(now, "descent-override")).toBeCloseTo(shareOf(before, "descent-override"), 0);
    }
});

test("a variable typeface is one face of all weights", async () => {
  writeFileSync(path.join(folder, "variable.woff2"), VARIABLE);
  const { of } = await facesOf({ name: "Own", regular: "variable.woff2" });
  expect(of("Own").map(({ weight }) => weight)).toEqual(["400 700"]);
  // the standard typeface under another name: what stands in for it is what it was
  const standard = await facesOf();
  expect(of("Fallback DejaVu")).toEqual(standard.of("Fallback DejaVu"));
});
