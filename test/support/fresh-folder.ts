import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

/** An empty folder for one test file, gone after it. Call it at the file's top. */
export function freshFolder(name = "test"): string {
  const folder = mkdtempSync(path.join(tmpdir(), `handrail-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
