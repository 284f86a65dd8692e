import { defineWords } from "#content/words.ts";

/** Why a product's link lets nobody in. `{claims}` are the names that stand in its token. */
export const productLinkWords = defineWords("productLinks", {
  tooLong: "The product’s link is valid for longer than ten minutes, which is too long to be safe.",
  tooOld: "This link from the product is too old. Go back to the product and open it again.",
  says: "The product’s link says something else than it should ({claim}).",
  notSigned: "This link was not signed by the product.",
  noKey: "This link names no key that the product publishes.",
  cutOff: "This is no link of the product: it was cut off, or changed on the way.",
  noKeys: "The product’s keys cannot be read right now. Try again in a minute.",
  lacks: "The product’s link lacks something that it must say: {claims}.",
});
