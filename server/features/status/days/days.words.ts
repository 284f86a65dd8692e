import { defineWords } from "#content/words.ts";

export const daysWords = defineWords("vendorDays", {
  notYet: "Not seen yet.",
  noTrouble: { one: "{count} day without trouble.", other: "{count} days without trouble." },
  trouble: { one: "Trouble on {count} day of {days}.", other: "Trouble on {count} days of {days}." },
  maintenance: { one: "Maintenance on {count} day.", other: "Maintenance on {count} days." },
  unseen: { one: "Not seen on {count} day.", other: "Not seen on {count} days." },
  since: "Watched since {day}.",
  /** One line of which days: "3 to 5 November: Trouble." */
  onDays: "{days}: {state}",
});
