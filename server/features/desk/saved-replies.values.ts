/** Lists shared with the browser; imports nothing. */
/** What stands for something of the case in a saved reply, and what it becomes. */
export const REPLY_VARIABLES = {
  name: "the customer’s name, or nothing",
  reference: "the case’s reference",
  article: "the article the case is from, with its link",
  product: "the product’s name",
  agent: "your name",
} as const;
export const REPLY_TITLE_MAX = 80;
export const REPLY_VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;
