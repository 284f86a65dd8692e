import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";
import type { Rule } from "./fault.ts";
import { isAddress } from "./read-addresses.ts";

/**
 * An address stands in a source exactly, or without its "https://", with nothing at it that does not stand there too.
 * There is no partly right one, and none that only looks right.
 */
export const checkAddresses: Rule = (claim, evidence) => {
  const strange =
    claim.runs.find((run) => isAddress(run) && !isIn(evidence.runs, run)) ?? findStrangeAddress(claim, evidence);
  return strange === undefined ? null : { reason: "address", what: strange };
};

/** One that is not written so: not even a sentence that is otherwise the source's, word for word, may have it. */
export const findStrangeAddress = (claim: Claim, { addresses }: Evidence): string | undefined =>
  claim.addresses.find((address) => !isIn(addresses, address));

const isIn = (known: ReadonlySet<string>, address: string) =>
  known.has(address) || known.has(`https://${address}`) || known.has(`http://${address}`);
