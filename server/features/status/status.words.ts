import { defineWords } from "#content/words.ts";

export const statusWords = defineWords("statusSentences", {
  /** From none to seven, as a sentence begins with them. */
  numbers: "None One Two Three Four Five Six Seven",
  working: "Working.",
  trouble: "Trouble.",
  maintenance: "Maintenance.",
  down: "Down.",
  notKnown: "Not known.",
  notWatched: "Not watched.",
  notSetUp: "Not set up.",
  noneYet: "No CRM can be connected yet.",
  unreadable: "The CRMs’ own status pages cannot be read just now.",
  unwatchedAll: "This hub does not watch the CRMs.",
  bothFine: "Both CRMs are fine.",
  allFine: "All {count} CRMs are fine.",
  someFine: { one: "{few} of {all} CRMs is fine.", other: "{few} of {all} CRMs are fine." },
  areFine: { one: "{names} is fine.", other: "{names} are fine." },
  areDown: { one: "{names} is down.", other: "{names} are down." },
  haveTrouble: { one: "{names} has trouble.", other: "{names} have trouble." },
  areMaintained: { one: "{names} is being maintained.", other: "{names} are being maintained." },
  reportIncidents: {
    one: "{names} reports an open incident all the same.",
    other: "{names} report open incidents all the same.",
  },
  areUnseen: { one: "{names} cannot be seen just now.", other: "{names} cannot be seen just now." },
  /** What a vendor says of an incident, in the words that their status pages share. */
  progress: {
    investigating: "Investigating",
    identified: "Identified",
    monitoring: "Monitoring",
    resolved: "Resolved",
    scheduled: "Scheduled",
    in_progress: "In progress",
    verifying: "Verifying",
    completed: "Completed",
  },
  areUnwatched: { one: "{names} is not watched here.", other: "{names} are not watched here." },
});
