import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import type { Deed, Writes } from "#server/features/desk/cases.schema.ts";
import { changedBy, viewers } from "./events.ts";
import { draftsOf } from "./use-draft.ts";

const SAYS: Record<Deed, string> = {
  solved: "solved this",
  opened: "opened this again",
  waits: "set this to waiting",
  renewed: "set this to new",
  assigned: "gave this to somebody",
  snoozed: "snoozed this",
  woken: "put this back in the list",
  tagged: "changed the tags of this",
  prioritised: "changed the priority of this",
  renamed: "renamed this",
  merged: "merged this into another case",
  joined: "merged another case into this",
  parted: "took a merged case out of this",
  junked: "took this for junk",
  unjunked: "took this out of junk",
  replied: "answered this",
  noted: "wrote a note on this",
  wrote: "wrote again",
};

/** Who else is at this case, and what they did to it while it was open here. Always there, so that it is read out. */
export function OthersHere({ shown }: { shown: CaseDetail }) {
  const looking = viewers.value.filter(({ writes }) => !writes).map(({ name }) => name);
  const change = changedBy.value?.id === shown.id ? changedBy.value : null;
  return (
    <div class="others" role="status">
      {change && (
        <p>
          <b>{change.by ?? "Somebody"}</b> {change.did ? SAYS[change.did] : "changed this"} a moment ago. It is shown as
          it is now{draftsOf(shown.id).length > 0 && "; what you are writing is still here"}.
        </p>
      )}
      <Writers writes="reply" />
      <Writers writes="note" />
      {looking.length > 0 && (
        <p>
          <b>{looking.join(" and ")}</b> {looking.length === 1 ? "is" : "are"} looking at this too.
        </p>
      )}
    </div>
  );
}

/** Colleagues who write at this case now: two replies to one question are one too many. */
export function Writers({ writes, class: look }: { writes: Writes; class?: string }) {
  const names = viewers.value.filter((viewer) => viewer.writes === writes).map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <p class={look}>
      <b>{names.join(" and ")}</b> {names.length === 1 ? "is" : "are"} writing a {writes}.
    </p>
  );
}
