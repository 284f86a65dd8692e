import { defineWords } from "#content/words.ts";

/** How a vendor is, and the reader's own connection: what is cited beside the articles. Times are UTC. */
export const nowWords = defineWords("askNow", {
  status: "Status",
  vendorIs: "{name}: {state}, seen {time} UTC on its status page.",
  states: { operational: "operational", degraded: "in trouble", down: "down", maintenance: "under maintenance" },
  yourConnection: "Your {crm} connection",
  checkOf: "Check of {day}, {time} UTC",
});
