import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "./config.ts";

/** Characters; a shorter file was cut off, or is something else. */
const SHORTEST = 32;

/** The secrets that a hub makes for itself, and what happens when one is lost and a new one takes its place. */
const LOST = {
  auth: "everybody at the desk signs in again, and links of receipts, reply addresses and authenticator codes from before do not work",
  sealing: "every customer connects their CRM again, and webhooks get new secrets",
};
export type SecretName = keyof typeof LOST;

/**
 * A secret of this hub: generated at first use, kept in `<dataDir>/secrets/<name>`, readable by its owner only. Two
 * processes that start at once get the same one. @throws Error in words when the file holds no secret
 */
export function readOrCreateSecret(dataDir: string, name: SecretName): string {
  const kept = readSecret(dataDir, name);
  if (kept) return kept;
  createSecret(secretFile(dataDir, name));
  return readOrCreateSecret(dataDir, name);
}

/** The same where it is there already, else null. @throws Error as above */
export function readSecret(dataDir: string, name: SecretName): string | null {
  const file = secretFile(dataDir, name);
  if (!existsSync(file)) return null;
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length >= SHORTEST) return secret;
  throw new Error(`${file} holds no secret. Put it back from a backup, or delete it: then ${LOST[name]}.`);
}

/** Where the secrets are that the hub has made for itself: beside the database, and in no backup of it. */
export const secretsFolder = (dataDir: string): string => path.join(dataDir, "secrets");
export const secretFile = (dataDir: string, name: SecretName): string => path.join(secretsFolder(dataDir), name);

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
