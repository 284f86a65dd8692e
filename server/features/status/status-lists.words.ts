import { defineWords } from "#content/words.ts";

export const statusListWords = defineWords("statusLists", {
  crms: "CRMs, the last 90 days",
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
