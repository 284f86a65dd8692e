import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * The secret `name` of this hub: generated at first use, kept in `<dataDir>/secrets/<name>`, readable by its owner only.
 * Two processes that start at once get the same one.
 */
export function readOrCreateSecret(dataDir: string, name: string): string {
  const file = path.join(dataDir, "secrets", name);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
}
