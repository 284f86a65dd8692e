import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { runNode } from "#test/support/process.ts";

const folder = freshFolder("start");
const env = { PORT: "0", DATA_DIR: path.join(folder, "data"), BUILDS_DIR: path.join(folder, "builds") };
await writeBuild(env.BUILDS_DIR, "first", {});
const contents = mkdtempSync(path.join(folder, "content-"));
mkdirSync(path.join(contents, "handrail.db"));
writeFileSync(path.join(contents, "hub.yaml"), "product:\n  name: Help\n  hub: 7\n");
const pigeons = mkdtempSync(path.join(folder, "content-"));
const hub = readFileSync(path.resolve(import.meta.dirname, "../../../scripts/new-hub/hub.yaml"), "utf8");
writeFileSync(path.join(pigeons, "hub.yaml"), hub.replace(/^support:$/m, "support:\n  channels: [pigeon]"));

test.each([
  ["a wrong setting", { PORT: "eighty" }, "PORT must be a whole number from 0 to 65535"],
  ["half of a pair", { WEBHOOK_URL: "https://hooks.example.com" }, "WEBHOOK_SECRET is needed with WEBHOOK_URL"],
  ["no build", { BUILDS_DIR: path.join(folder, "nothing") }, "npm start builds one"],
  ["a mistake in hub.yaml", { CONTENT_DIR: contents }, "hub.yaml:3 product.hub"],
  ["a channel that there is not", { CONTENT_DIR: pigeons }, 'support.channels names "pigeon"'],
  ["no hub.yaml", { CONTENT_DIR: folder }, "hub.yaml"],
  ["a database that is away", { DATABASE_URL: "postgres://x:y@127.0.0.1:1/z" }, "PostgreSQL runs at 127.0.0.1:1, and"],
  ["a database that does not open", { DATA_DIR: contents }, "Look whether the disk is full, at the file's rights"],
  ["a file where its data should be", { DATA_DIR: path.join(contents, "hub.yaml") }, "DATA_DIR must be a folder"],
])("a start with %s ends with a plain sentence", { timeout: 30_000 }, async (_name, change, said) => {
  const server = runNode("server/main.ts", { ...env, ...(change as Record<string, string>) });
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain(said);
  expect(server.output()).not.toMatch(/^\s+at /m);
});
