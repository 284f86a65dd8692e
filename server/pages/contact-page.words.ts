import { defineWords } from "#content/words.ts";

export const contactPageWords = defineWords("contactPage", {
  bookATime: "Book a time",
  sayInASentence: "Say in a sentence what is not working, in at most {max} characters.",
  giveAnAddressThat: "Give an address that a mail can reach, such as name@company.com.",
  useAtMostCharacters: "Use at most 120 characters.",
  useAtMostCharacters2: "Use at most {max} characters.",
  chooseOneOfThese: "Choose one of these.",
  notSure: "Not sure",
  notSentYet: "Not sent yet",
  helpHub: "Help hub",
  yourFilesChooseThem: "Your files: choose them again",
  filesIfTheyHelp: "Files, if they help",
  send: "Send",
  byMailInstead: "By mail instead:",
  whatIsNotWorking: "What is not working?",
  subject: "Subject",
  topic: "Topic",
  yourEMailAddress: "Your e-mail address",
  yourNameIfYou: "Your name, if you like",
  stepDidNotWork: "Step {number} did not work: {title}",
  somethingIsMissingOr: "Something is missing, or has the wrong form. It is marked below.",
});
