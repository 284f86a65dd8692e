import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { BLOCK_NAMES } from "#content/blocks.ts";

it("writers are told of exactly the blocks that there are", () => {
  const map = readFileSync(new URL("../../../../site/blocks/blocks.ts", import.meta.url), "utf8");
  const entries =
    /export const blocks = \{([^}]*)\}/
      .exec(map)?.[1]
      ?.split(",")
      .map((entry) => entry.trim()) ?? [];
  const components = entries.filter((entry) => /^[A-Z]\w*$/.test(entry)); // "h2: Heading" is Markdown's own
  expect(components.toSorted()).toEqual([...BLOCK_NAMES].toSorted());
});
