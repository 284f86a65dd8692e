import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openSealer } from "#server/core/seal.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const folder = freshFolder("seal");
const newKey = () => randomBytes(32).toString("base64");
const withKeys = (...sealingKeys: string[]) => openSealer({ sealingKeys, dataDir: folder });
const [older, newer] = [newKey(), newKey()];
const SECRET = "a token of a customer, with ü and 🔑";

test("what is sealed opens where it belongs, and shows nothing of itself", () => {
  const sealer = withKeys(older);
  const sealed = sealer.seal(SECRET, "grant:con_1");
  expect(sealer.open(sealed, "grant:con_1")).toEqual({ text: SECRET, old: false });
  expect(Buffer.from(sealed.split(".")[3] ?? "", "base64url").toString()).not.toContain("token");
  expect(sealed).toMatch(/^s1\.[\da-f]{8}\.[\w-]{16}\.[\w-]+$/);
});

test("the same text is sealed differently each time", () => {
  const sealer = withKeys(older);
  const sealed = Array.from({ length: 200 }, () => sealer.seal("same", "x"));
  expect(new Set(sealed).size).toBe(200);
});

test("sealed text that was moved to another row does not open", () => {
  const sealer = withKeys(older);
  const sealed = sealer.seal(SECRET, "grant:con_1");
  expect(() => sealer.open(sealed, "grant:con_2")).toThrow("belongs somewhere else");
});

test("a change anywhere in it is noticed", () => {
  const sealer = withKeys(older);
  const sealed = sealer.seal(SECRET, "x");
  for (let at = 0; at < sealed.length - 1; at++) {
    const other = sealed[at] === "A" ? "B" : "A";
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
    expect(() => sealer.open(changed, "x"), `changed at ${at}`).toThrow(/changed|not sealed|not among/);
  }
  for (const broken of ["", "s1", "s1...", `${sealed}.more`, sealed.slice(0, -8), sealed.slice(0, 12)])
    expect(() => sealer.open(broken, "x"), broken).toThrow(/changed|not sealed|not among/);
});

test("an older key still opens, and says that it is old; without it the error names the setting and no secret", () => {
  const sealed = withKeys(older).seal(SECRET, "x");
  expect(withKeys(newer, older).open(sealed, "x")).toEqual({ text: SECRET, old: true });
  const again = withKeys(newer, older).seal(SECRET, "x");
  expect(withKeys(newer).open(again, "x")).toEqual({ text: SECRET, old: false });
  expect(() => withKeys(newer).open(sealed, "x")).toThrow(/sealed with the key [\da-f]{8}, .* SEALING_KEYS/);
});

test("without a setting a key is generated once, for its owner alone", () => {
  const sealed = withKeys().seal(SECRET, "x");
  expect(withKeys().open(sealed, "x").text).toBe(SECRET);
  expect(statSync(path.join(folder, "secrets", "sealing")).mode & 0o777).toBe(0o600);
});

test("a key of another length is refused in words", () => {
  expect(() => withKeys(Buffer.alloc(16).toString("base64"))).toThrow("has 32 bytes");
});

test("the key that was generated goes on to open when SEALING_KEYS come", () => {
  const sealed = withKeys().seal(SECRET, "x");
  expect(withKeys(newer).open(sealed, "x")).toEqual({ text: SECRET, old: true });
  expect(withKeys(newer).open(withKeys(newer).seal(SECRET, "x"), "x").old).toBe(false);
});
