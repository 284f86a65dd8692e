import { defineWords } from "./words.ts";

export const retentionWords = defineWords("retention", {
  questions: { title: "Questions that are asked", about: "with their answers and what these were made from" },
  searches: { title: "Searches that found nothing", about: "as text and a count a day" },
  votes: {
    title: "Votes on articles",
    about: "with comment and address, counted from the last change; the counts stay",
  },
  cases: {
    title: "Solved cases and junk",
    about: "with all messages and files, counted from the last change; open ones stay",
  },
  attachments: { title: "Files of solved cases", about: "counted from the day on which they were sent" },
  outbox: { title: "Mails and messages that were sent", about: "and those that could not be delivered" },
  checks: { title: "Results of connection checks", about: "but what they said last" },
  audit: { title: "The log of what staff did", about: "and of what was done with connections" },
});
