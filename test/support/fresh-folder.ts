import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { atEnd } from "./at-end.ts";

/** An empty folder, gone after the test or file that makes it. */
export function freshFolder(name = "test"): string {
  const folder = mkdtempSync(path.join(tmpdir(), `handrail-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
