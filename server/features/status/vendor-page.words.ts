import { keepWords } from "#content/kept-words.ts";
import { defineWords } from "#content/words.ts";

/** Why nothing is known of a vendor. Kept with its reading: who sees it may speak another language than who asked. */
export const vendorPageTexts = keepWords(
  defineWords("vendorPages", {
    beingRead: "Its status page is being read now.",
    notUnderstood: "The vendor’s status page says something that cannot be understood here.",
    answered: "The vendor’s status page answered with {status}.",
    late: "The vendor’s status page did not answer in time.",
    unreachable: "The vendor’s status page could not be reached.",
    tooLarge: "The vendor’s status page is too large to read.",
    notInUse: "Salesforce says that the instance {instance} is not in use.",
    noInstance: "Salesforce runs on many instances, and this hub has not been told which one to watch.",
  }),
);
