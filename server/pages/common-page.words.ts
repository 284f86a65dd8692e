import { defineWords } from "#content/words.ts";

export const commonPageWords = defineWords("commonPage", {
  thisHubHasBeen: "This hub has been built without this page.",
  somethingBrokeHere: "Something broke here",
  thatDidNotWork: "That did not work",
  notJustNow: "Not just now",
  loadItAgain: "Load it again",
  topics: "Topics",
  allTopics: "All topics",
  talkToAPerson: "Talk to a person",
  reference: "Reference:",
  filesIfTheyHelp: "Files, if they help",
  upTo: "Up to",
  ofMbEach: ", of 5 MB each:",
  whereAndWithWhat: ". Location and camera data in pictures are removed.",
  files: "Files",
  thisLooksAsIf: "This looks as if a program had sent it. Go back, and leave hidden fields empty.",
  thereIsNoPage: "There is no page here",
  theAddressMayBe: "The address may be old, or have a letter too many.",
  perhapsYouWantOne: " Perhaps you want one of these:",
  searchTheArticles: "Search the articles",
  search: "Search",
});
