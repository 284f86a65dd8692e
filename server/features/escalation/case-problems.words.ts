import { defineWords } from "#content/words.ts";

export const caseProblemWords = defineWords("caseProblems", {
  saySomething: "Write a word or attach a file, then send it.",
  isEmpty: "is empty",
  filesAtMost: "Attach at most {most} files to a message.",
  filesOfCase: "This request has {most} files already: it takes no more.",
  filesAtMostField: "at most {most} files",
  filesOfCaseField: "at most {most} files a request",
  noFile: "There is no such file.",
  topic: "Choose one of this hub's topics.",
  sentBefore: "This was sent before. Use the link of its receipt.",
  sentBeforeAs: "This was sent before, as {reference}. Use the link of its receipt.",
  beingMade: "The same request is being made right now. Send it again.",
  proof:
    "Many requests came from your network. Your browser can let this one through with a small calculation; without JavaScript, write to {email}.",
  noBooking: "No time can be booked here. Write on your receipt instead.",
  noReceipt: "This link opens no receipt, or has expired.",
});
