import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { describeOtherAuth, findMissingKeys } from "#server/core/hub-keys.ts";
import { readOrCreateSecret } from "#server/core/secrets.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const dataDir = freshFolder("keys");
const given = "a secret that is given by a setting";
const none = { authSecret: null, sealingKeys: [], dataDir };

test("keys that a start would make anew are named, until a file or a setting gives them", () => {
  expect(findMissingKeys(none)).toEqual(["auth", "sealing"]);
  expect(findMissingKeys({ authSecret: given, sealingKeys: ["key"], dataDir })).toEqual([]);
  expect(describeOtherAuth({ ...none, authSecret: given })).toBeNull();
  readOrCreateSecret(dataDir, "auth");
  expect(findMissingKeys(none)).toEqual(["sealing"]);
});

test("an AUTH_SECRET that is not the one of before is told, with the way back; the same one is not", () => {
  const before = readOrCreateSecret(dataDir, "auth");
  expect(describeOtherAuth(none)).toBeNull();
  expect(describeOtherAuth({ ...none, authSecret: before })).toBeNull();
  const other = describeOtherAuth({ ...none, authSecret: given });
  expect(other?.todo).toContain(`AUTH_SECRET=$(cat ${path.join(dataDir, "secrets", "auth")})`);
  expect(JSON.stringify(other)).not.toContain(before);
});

test("a key that was cut off says what its loss means: that of customers' access is not the one of the desk", () => {
  const file = path.join(dataDir, "secrets", "sealing");
  writeFileSync(file, "cut off");
  expect(() => findMissingKeys(none)).toThrow(`${file} holds no secret`);
  expect(() => findMissingKeys(none)).toThrow("every customer connects their CRM again");
});
