import { expect, test } from "vitest";
import { listDrawings } from "#site/blocks/read-drawing.ts";
import { readParts } from "#site/build/drawings.ts";

test("scripts draw the same shapes as pages", () => {
  expect(listDrawings().length).toBeGreaterThan(10);
  for (const [name, { inside }] of listDrawings()) {
    const written = readParts(name, inside).map(
      ([tag, attributes]) =>
        `<${tag}${Object.entries(attributes)
          .map(([key, value]) => ` ${key}="${value}"`)
          .join("")}/>`,
    );
    expect(written.join("")).toBe(inside);
  }
});

test("a drawing that scripts could not draw stops the build, and says which", () => {
  expect(() => readParts("m-new", '<g><path d="M0 0"/></g>')).toThrow(/"m-new" .* beside each other/);
});
