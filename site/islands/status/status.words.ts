import { defineWords } from "#content/words.ts";

export const statusWords = defineWords("status", {
  checkedAt: " Checked at {when}. ",
  status: "Status",
  theHubDoesNot: "The hub does not answer. Last seen at {when}",
  checkedAtAndAgain: "Checked at {when}, and again while you look",
  crms: "CRMs",
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
