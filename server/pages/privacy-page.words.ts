import { defineWords } from "#content/words.ts";

export const privacyPageWords = defineWords("privacyPage", {
  onThisPage: "On this page",
  whatThisHubKeeps: "What this hub keeps",
  thisPageIsWritten: "This page is written from the hub's settings. When they change, it changes.",
  whoIsResponsible: "Who is responsible",
  askAboutIt: "Ask about it",
  toSeeWhatIs: "To see what is kept about your address, or to have it erased, write from it to",
  countsInWhichNobody:
    ". Counts in which nobody can be found stay, and so does a note that something was erased, without your address.",
  whileYouRead: "While you read",
  counts: "Counts.",
  howOftenAnArticle:
    "How often an article is opened, and a step done or failed, as one number a day. No name, no address, no cookie. Not counted at all when your browser sends Global Privacy Control.",
  searchesThatFindNothing: "Searches that find nothing or little, and questions that are asked, with their answers",
  andWhatTheseWere: "and what these were made from. E-mail addresses and long numbers are taken out first.",
  yourTrail: "Your trail",
  articlesAndSectionsWith:
    "(articles and sections with their version, steps, searches, questions and answers, checks, errors, and pages of the product where this hub stands in a panel there) stays in this browser tab until you close it. If you press “Keep on this device”, it stays in this browser's own storage: the newest 200 entries, for 14 days, until you clear it. “Your trail” at the foot of every page shows it, and takes single entries away. It goes to support only when you send it, item by item as you choose. With Global Privacy Control, pages and searches leave no trail.",
  onThisDevice: "On this device",
  yourBrowserAlsoKeeps:
    "your browser also keeps how far you are in an article and its steps, the draft of a question to a person until it is sent, what you chose in the guided setup until the hub has it, the CRM and the language you chose, and the theme. None of it reaches us by itself.",
  pagesThatYouRead: "Pages that you have read",
  stayOnTheDevice:
    "stay on this device, the newest 60, so that they open without a connection, until this hub changes or you clear this site's data. With Global Privacy Control none does.",
  yourNetworkAddress: "Your network address",
  isUsedToHold: "is used to hold back too many requests, for at most a day. It is not written to a log.",
  whenYouSendSomething: "When you send something",
  aVote: "A vote",
  withYourReasonAnd:
    ", with your reason and comment. Your address only if you want to be told when the article is fixed: one mail, and no other.",
  aQuestionToA: "A question to a person",
  yourAddressYourMessage:
    ": your address, your message, the items that you left switched on, and the files you attached, without what a camera noted in them. Whoever has your private link can read it.",
  allOfItIs: "All of it is in this hub's own database.",
  forHowLong: "For how long",
  whatIsOlderIs: "What is older is deleted by itself, every hour.",
  days: { one: "a day", other: "{count} days" },
  whoElseReadsIt: "Who else reads it",
  notAllKnown: "Not all of it is known just now.",
  whetherWebhooksSend:
    "What stands here is in the hub's settings. Whether webhooks send questions, votes and cases elsewhere too is in its database, which does not answer. Load this page again in a minute.",
  ask: "Ask",
  sendsYourQuestionWith:
    "sends your question, with the passages it found, to {host} (model {name}), which writes the answer. If you are signed in and ask about your connection, the result of its latest check goes along.",
  answersWithTheArticles: "answers with the articles' own sentences.",
  yourQuestionDoesNot: "Your question does not leave this hub.",
  yourQuestionIsSent:
    "Your question is sent, as you typed it, to {host} (model {name}), which turns it into numbers that its passages are found by. The numbers stay in memory. What no article answered, and searches in vain, go there too, without addresses, keys and long numbers, so that the same in other words is counted together; those numbers are kept for as long as they are compared, and 30 days longer.",
  mail: "Mail",
  aboutYourCaseGoes: "about your case goes through {host}.",
  mailThatYouWrite: "Mail that you write to it is read at {host} and kept with your case.",
  isNotSetUp: "is not set up. Replies stand on your private link.",
  bookingATime: "Booking a time",
  opensWhichHasRules: "opens {host}, which has rules of its own.",
  noPageLoadsAnything: "No page loads anything from another site.",
  yourQuestionsToA: "Your questions to a person",
  withWhatYouSend: ", with what you send along and word of what is answered, also go to {list}.",
  yourVotes: "Your votes",
  withReasonAndComment: ", with reason and comment, also go to {list}.",
  whatHasNoAnswer:
    "Questions that the articles do not answer, and what searches did not find, also go to {list}, without addresses, keys and long numbers.",
  cookies: "Cookies",
  comesWithYourFirst: "comes with your first vote, so that you can change it. It lasts a year.",
  supportStaffGetA: "Support staff get a session cookie when they sign in at the desk.",
  customersGetOneWhen:
    "Customers get one when they sign in to set up a connection. It ends seven days after your last visit. We keep their address, their name and the workspace they belong to. Reading, asking and writing to us need none of it.",
});
