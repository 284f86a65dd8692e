/** What the lists of the status page say, the same from the server and in the browser. */
export { statusListWords } from "./status-lists.words.ts";
