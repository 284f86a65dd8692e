import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "#server/core/config.ts";
import { openContent } from "#server/open-content.ts";
import { openContent as openFolder } from "#test/support/lint-content.ts";

const { contentDir, folder, write } = openFolder();
const open = () => openContent(readConfig({ CONTENT_DIR: contentDir() }), folder.builds);
const keep = () => cpSync(contentDir(), path.join(folder.builds, "content"), { recursive: true });

test("content without a mistake is taken from its own folder", () => {
  mkdirSync(path.join(folder.builds, "content"), { recursive: true });
  writeFileSync(path.join(folder.builds, "content", "hub.yaml"), "of: another hub");
  expect(open()).toMatchObject({ mistake: null, hub: { product: { name: "Your product" } } });
});

test.each([
  ["hub.yaml", "langages: [en]", "languages: is missing"],
  ["i18n/en.yaml", "nothing: [", ""],
])(
  "where %s has a mistake, that of the build which is served stands in, and the mistake is told",
  (name, text, says) => {
    keep();
    write(name, text);
    const { hub, speeches, mistake } = open();
    expect(hub.product.name).toBe("Your product");
    expect(speeches.of(null).language).toBe("en");
    expect(mistake).toContain(name);
    expect(mistake).toContain(says);
  },
);

test("of a build that has none, as one from before, the mistake stops the start", () => {
  write("hub.yaml", "langages: [en]");
  expect(open).toThrow("languages: is missing");
});
