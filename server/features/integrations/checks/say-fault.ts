import type { VendorFault } from "../vendor-fault.ts";

type Words = { seen: string; todo: string };

/** What came back, and what to do about it. */
export function sayFault({ code, seen, scope, retryAfter }: VendorFault, name: string): Words {
  const came = (words: string): string => (seen ? `${words} It said: ${seen}` : words);
  switch (code) {
    case "wrong_key":
      return { seen: came(`${name} does not accept the keys.`), todo: "Enter them again, or connect again." };
    case "expired":
      return { seen: came(`The access to ${name} has expired.`), todo: "Connect again." };
    case "revoked":
      return { seen: came(`${name} has taken the access back.`), todo: "Connect again, with a login that will stay." };
    case "scope_missing":
      return { seen: came(`The permission ${scope ?? ""} is missing.`), todo: "Have an administrator connect again." };
    case "wrong_account":
      return { seen: came("This is another account than the one that was connected."), todo: "Connect again." };
    case "limited":
      return {
        seen: came(`${name} has had too many calls.`),
        todo: retryAfter ? `Try again in ${Math.ceil(retryAfter / 60)} minutes.` : "Try again later.",
      };
    case "not_found":
      return { seen: came(`${name} does not have it.`), todo: "Choose it again in the setup." };
    case "refused":
      return { seen: came(`${name} refuses it.`), todo: "Change what it refuses, or ask a person." };
    case "vendor_down":
      return { seen: came(`${name} itself has a problem.`), todo: "Wait, and check again." };
    case "timeout":
      return { seen: `${name} did not answer in time.`, todo: "Check again in a few minutes." };
    case "unreachable":
      return { seen: came(`${name} cannot be reached.`), todo: "Check again in a few minutes." };
    case "unreadable":
      return { seen: came(`${name} answered something that cannot be read.`), todo: "Check again in a few minutes." };
  }
}
