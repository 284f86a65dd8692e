import { defineWords } from "#content/words.ts";

export const ownPartsWords = defineWords("ownParts", {
  noArticles: "There are no articles yet.",
  articles: {
    one: "Articles and search: {count} article, build {build}.",
    other: "Articles and search: {count} articles, build {build}.",
  },
  answers: "Ask, in the articles’ own sentences.",
  answersByModel: "Ask, written by {name} at {host}, each sentence checked against the articles.",
  mail: "Mail about your request.",
  mailIsLate: "Mail is late. Replies stand on your private link.",
  noMail: "Mail. Replies stand on your private link.",
  database: "Votes, requests and replies are kept.",
  noDatabase: "Votes, requests and replies cannot be kept just now. Reading and searching go on.",
});
