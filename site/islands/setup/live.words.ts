import { defineWords } from "#content/words.ts";

export const setupLiveWords = defineWords("setupLive", {
  itself: "{name} itself: ",
  byItsOwnStatus: "By its own status page, read {when}.",
});
