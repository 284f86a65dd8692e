import { existsSync, readFileSync } from "node:fs";
import type { OpenAPIV3_1 } from "openapi-types";
import { expect, test } from "vitest";
import { isReleased } from "#server/core/open-api.ts";
import { findBreaks } from "#test/support/find-breaks.ts";
import { openTestHub } from "#test/support/hub.ts";
import { writeTypes } from "#test/support/write-types.ts";

/**
 * What of the API is released is only added to. This holds today's shape against the committed one. After an addition:
 * `npm run api:release` writes the new one; a break is refused by that too, and needs `/v2` beside `/v1`.
 */
const RELEASED = new URL("../../../client/released.json", import.meta.url).pathname;

const { app } = await openTestHub();
const today = keepReleased((await (await app.request("/api/openapi.json")).json()) as OpenAPIV3_1.Document);

const breaks = existsSync(RELEASED) ? findBreaks(JSON.parse(readFileSync(RELEASED, "utf8")), today) : [];

function keepReleased({ openapi, info, paths = {}, webhooks = {}, components }: OpenAPIV3_1.Document) {
  const released = Object.entries(paths).filter(([, item]) =>
    Object.values(item ?? {}).some((operation) => isReleased(readTag(operation))),
  );
  return { openapi, info, paths: Object.fromEntries(released), webhooks, components };
}
function readTag(operation: unknown): string | undefined {
  return (operation as OpenAPIV3_1.OperationObject).tags?.[0];
}

test("nothing that is released was taken away, renamed or made stricter", () => {
  expect(breaks).toEqual([]);
});

test("what was added is in the committed shape: `npm run api:release` writes it", async () => {
  // a break is not written
  if (breaks.length > 0) return;
  await expect(`${JSON.stringify(today, null, 1)}\n`).toMatchFileSnapshot(RELEASED);
  await expect(writeTypes(today)).toMatchFileSnapshot(RELEASED.replace(".json", ".d.ts"));
});
