import { defineWords } from "#content/words.ts";

/** Mails to customers about their case; those to staff stay in English. */
export const caseMailWords = defineWords("caseMail", {
  receipt: {
    subject: "{product} support: we have your request {reference}",
    here: "Your request has reached us, and a person will answer it.",
    reference: "Reference: {reference}",
    answerBy: "An answer, at the latest: {moment}",
    follow: "Follow it, add to it or close it here:",
    key: "This link is the only key to your request. Whoever has it can read and answer.",
    notYou: "You did not ask for anything? Then somebody typed your address by mistake: nothing else will come.",
  },
  freshLink: {
    subject: "{product} support: a new link to {reference}",
    here: "Here is a new link to your request {reference}:",
    before: "The links that you had before no longer open it.",
    notYou:
      "You did not ask for a new link? Then somebody typed your address and reference; this mail went to you alone.",
  },
  /** The link that is there already: a mail that was held back takes none away. */
  sameLink: {
    subject: "{product} support: the link to {reference}",
    here: "Here is the link to your request {reference}:",
    before: "It is the same as the last one that was made: who has that one can go on with it.",
    notYou: "You did not ask for it? Then somebody typed your address and reference; this mail went to you alone.",
  },
  answer: {
    subject: "{product} support: an answer to {reference}",
    files: {
      one: "With {count} file: on the page of your request.",
      other: "With {count} files: on the page of your request.",
    },
    from: "{author}, {product} support",
    byMail: "Answer this mail.",
    hereToo: "Here you can answer too, or say that it is solved:",
    byLink: "Answer here, or say that it is solved:",
    byMailOrOldLink: "Answer this mail, or on the private link that you have.",
    byOldLink: "Answer on the private link that you have.",
  },
});
