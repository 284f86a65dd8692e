import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "./config.ts";

/** Characters; a shorter file was cut off, or is something else. */
const SHORTEST = 32;
const AUTH_LOST = "everybody at the desk signs in again";

/**
 * The secret `name` of this hub: generated at first use, kept in `<dataDir>/secrets/<name>`, readable by its owner only.
 * Two processes that start at once get the same one. `lost`: what a new one would mean. @throws Error in words when the
 * file holds no secret
 */
export function readOrCreateSecret(dataDir: string, name: string, lost = AUTH_LOST): string {
  const kept = readSecret(dataDir, name, lost);
  if (kept) return kept;
  createSecret(fileOf(dataDir, name));
  return readOrCreateSecret(dataDir, name, lost);
}

/** The same where it is there already, else null. @throws Error as above */
export function readSecret(dataDir: string, name: string, lost = AUTH_LOST): string | null {
  const file = fileOf(dataDir, name);
  if (!existsSync(file)) return null;
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length >= SHORTEST) return secret;
  throw new Error(`${file} holds no secret. Put it back from a backup, or delete it: then ${lost}.`);
}

const fileOf = (dataDir: string, name: string): string => path.join(dataDir, "secrets", name);

/** What sessions, receipts and challenges are signed with: the setting, else this hub's own. */
export const hubSecret = ({ authSecret, dataDir }: Pick<Config, "authSecret" | "dataDir">): string =>
  authSecret ?? readOrCreateSecret(dataDir, "auth");

/** Written whole under another name first: no process ever reads a half of it, or nothing. */
function createSecret(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    writeFileSync(draft, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
