import type { Inspection } from "#db/inspect.ts";
import { describeOtherAuth } from "../core/hub-keys.ts";
import { sealingKeyIds } from "../core/seal.ts";
import { readSecret, secretFile, secretsFolder } from "../core/secrets.ts";
import { wordsOf } from "../core/errors.ts";
import { createReceiptLinks } from "../features/escalation/receipt-link.ts";
import { type Doctor, fail, type Finding, ok, warn } from "./finding.ts";

type Known = Pick<Inspection, "sealedWith" | "newestReceipt">;

/** Does what is sealed still open, and is the hub's secret the one that it began with? Makes no key. */
export function checkKeys({ config }: Pick<Doctor, "config">, { sealedWith, newestReceipt }: Known): Finding {
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
    if (other) return warn("keys", other.says, other.todo);
    return findLostAuth(config, newestReceipt) ?? ok("keys", "Everything that is sealed opens.");
  } catch (error) {
    return fail("keys", wordsOf(error), `Look into ${secretsFolder(config.dataDir)}.`);
  }
}

/** A start makes another secret where none is, and then nothing else shows that there was one before. */
function findLostAuth({ authSecret, dataDir }: Doctor["config"], newest: Known["newestReceipt"]): Finding | null {
  const secret = authSecret ?? readSecret(dataDir, "auth");
  if (
    !newest ||
    (secret && createReceiptLinks(secret, { languages: [] }, "").hashFor(newest.id, newest.issue) === newest.hash)
  )
    return null;
  const file = secretFile(dataDir, "auth");
  return warn(
    "keys",
    `${authSecret ? "AUTH_SECRET" : file} is not the secret that made the newest case's link: links of receipts, reply addresses, authenticator codes and sessions from then do not work.`,
    `Put back ${file} as it was then, or set AUTH_SECRET to what stood in it. If it is lost, the next case ends this line.`,
  );
}
