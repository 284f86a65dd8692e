import path from "node:path";
import type { Config } from "./config.ts";
import { readSecret } from "./secrets.ts";

type Settings = Pick<Config, "authSecret" | "sealingKeys" | "dataDir">;

/** Where the keys are that the hub has made for itself: beside the database, and in no backup of it. */
export const keysFolder = ({ dataDir }: Pick<Config, "dataDir">): string => path.join(dataDir, "secrets");

/** Keys that neither a setting nor a file gives: a start makes new ones, which open nothing of before. */
export function findMissingKeys({ authSecret, sealingKeys, dataDir }: Settings): string[] {
  const auth = authSecret ?? readSecret(dataDir, "auth");
  const sealing = sealingKeys[0] ?? readSecret(dataDir, "sealing");
  return [...(auth ? [] : ["auth"]), ...(sealing ? [] : ["sealing"])];
}

/** Says so where AUTH_SECRET has taken the place of another secret that this hub has used; null: it has not. */
export function describeOtherAuth(config: Settings): { says: string; todo: string } | null {
  const before = config.authSecret && readSecret(config.dataDir, "auth");
  if (!before || before === config.authSecret) return null;
  const file = path.join(keysFolder(config), "auth");
  return {
    says: `AUTH_SECRET is not the secret in ${file}, with which this hub began: links of receipts, reply addresses, authenticator codes and sessions from then do not work.`,
    todo: `AUTH_SECRET=$(cat ${file}) brings them back. If you mean the new one, delete that file.`,
  };
}
