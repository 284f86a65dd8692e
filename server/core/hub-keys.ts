import type { Config } from "./config.ts";
import { readSecret, secretFile, type SecretName } from "./secrets.ts";

type Settings = Pick<Config, "authSecret" | "sealingKeys" | "dataDir">;

/** Keys that neither a setting nor a file gives: a start makes new ones, which open nothing of before. */
export function findMissingKeys({ authSecret, sealingKeys, dataDir }: Settings): SecretName[] {
  const given = { auth: authSecret, sealing: sealingKeys[0] };
  return (["auth", "sealing"] as const).filter((name) => !(given[name] ?? readSecret(dataDir, name)));
}

/** Says so where AUTH_SECRET has taken the place of another secret that this hub has used; null: it has not. */
export function describeOtherAuth(config: Settings): { says: string; todo: string } | null {
  const before = config.authSecret && readSecret(config.dataDir, "auth");
  if (!before || before === config.authSecret) return null;
  const file = secretFile(config.dataDir, "auth");
  return {
    says: `AUTH_SECRET is not the secret in ${file}, with which this hub began: links of receipts, reply addresses, authenticator codes and sessions from then do not work.`,
    todo: `AUTH_SECRET=$(cat ${file}) brings them back. If you mean the new one, delete that file.`,
  };
}
