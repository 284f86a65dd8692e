import type { FaultCode } from "../integrations.values.ts";
import type { VendorFault } from "../vendor-fault.ts";

const WORDS: Record<FaultCode, (name: string) => [seen: string, todo: string]> = {
  wrong_key: (name) => [`${name} does not accept the keys.`, "Enter them again, or connect again."],
  expired: (name) => [`The access to ${name} has expired.`, "Connect again."],
  revoked: (name) => [`${name} has taken the access back.`, "Connect again, with a login that will stay."],
  scope_missing: () => ["A permission is missing.", "Have an administrator connect again."],
  wrong_account: () => ["This is another account than the one that was connected.", "Connect again."],
  limited: (name) => [`${name} has had too many calls.`, "Wait, and try again later."],
  not_found: (name) => [`${name} does not have it.`, "Choose it again in the setup."],
  refused: (name) => [`${name} refuses it.`, "Change what it refuses, or ask a person."],
  vendor_down: (name) => [`${name} itself has a problem.`, "Wait, and check again."],
  timeout: (name) => [`${name} did not answer in time.`, "Check again in a few minutes."],
  unreachable: (name) => [`${name} cannot be reached.`, "Check again in a few minutes."],
  unreadable: (name) => [`${name} answered something that cannot be read.`, "Check again in a few minutes."],
};

/** What came back, and what to do about it. */
export function sayFault({ code, seen }: VendorFault, name: string): { seen: string; todo: string } {
  const [words, todo] = WORDS[code](name);
  return { seen: seen ? `${words} It said: ${seen}` : words, todo };
}
