import { defineWords } from "#content/words.ts";

export const statusListWords = defineWords("statusLists", {
  crms: "CRMs, the last 90 days",
  /** Beside a sample of the line that stands for a CRM's days. */
  day: { operational: "working", degraded: "trouble", down: "down", maintenance: "maintenance", unknown: "not seen" },
  thisHub: "This hub",
  at: "{value} {when} at {when2}.",
  lastSeen: "Last seen",
  seen: "Seen",
  sStatusPage: "{name}’s status page",
  whatIsHappening: "What is happening",
  readItAt: "Read it at {name}",
  comingSoon: "Coming soon",
  notOpenYet: "Not open yet",
});
