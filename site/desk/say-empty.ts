import { inbox } from "./cases.ts";
import { place } from "./place.ts";
import { sayUnread } from "./search-words.ts";

/** Why no case is listed, and what would list some. */
export function sayEmpty(): string {
  const { q, state, snoozed, junk, owner, mentioned, tag, priority, topic, email, before, after, sort } = place.value;
  if (q) return [`No ${junk ? "junk" : "case"} has “${q}” in it.`, sayUnread(q)].filter(Boolean).join(" ");
  if (junk) return "Nothing is junk.";
  if (snoozed) return "Nothing is snoozed.";
  if (mentioned) return "No note names you in these cases.";
  if (owner ?? tag ?? priority ?? topic ?? email ?? before ?? after)
    return "No case is like this. Take a filter away to see more.";
  if (sort === "waiting") return "Nobody waits for an answer.";
  if (state === "new") return "Nothing new. Everybody has been answered or is being looked after.";
  if (state === "unsolved" && inbox.state.value.value?.counts.all) return "Nothing is left to solve.";
  if (state && state !== "unsolved") return `No case is ${state}.`;
  return "No case yet. A request from a reader turns up here at once.";
}
