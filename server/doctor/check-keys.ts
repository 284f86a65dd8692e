import type { Inspection } from "#db/inspect.ts";
import { describeOtherAuth } from "../core/hub-keys.ts";
import { sealingKeyIds } from "../core/seal.ts";
import { secretFile, secretsFolder } from "../core/secrets.ts";
import { wordsOf } from "../core/errors.ts";
import { type Doctor, fail, type Finding, ok, warn } from "./finding.ts";

/** Does what is sealed still open, and is AUTH_SECRET the one that this hub began with? Makes no key. */
export function checkKeys({ config }: Pick<Doctor, "config">, { sealedWith }: Pick<Inspection, "sealedWith">): Finding {
  try {
    const known = sealingKeyIds(config);
    const missing = sealedWith.filter((id) => !known.includes(id));
    if (missing.length > 0)
      return fail(
        "keys",
        `What is sealed with ${missing.join(", ")} does not open: CRM access or webhook secrets.`,
        `Put the key of before back: the file ${secretFile(config.dataDir, "sealing")}, or at the end of SEALING_KEYS.`,
      );
    const other = describeOtherAuth(config);
    return other ? warn("keys", other.says, other.todo) : ok("keys", "Everything that is sealed opens.");
  } catch (error) {
    return fail("keys", wordsOf(error), `Look into ${secretsFolder(config.dataDir)}.`);
  }
}
