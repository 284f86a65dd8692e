import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { JunkSince, MergedAway, MergedHere } from "./case-aside.tsx";
import { take, toggleJunk, turnState, write } from "./case-keys.ts";
import { askForChange } from "./change-dialog.tsx";
import { editCases } from "./change-case.ts";
import type { What } from "./change-fields.tsx";
import { isSnoozed, sayUntil } from "./edit.ts";
import { OthersHere } from "./others-here.tsx";
import { follow, hrefOf } from "./place.ts";
import { staff } from "./session.ts";

/** What can be done with the case, and what it is filed under. */
export function CaseActions({ shown }: { shown: CaseDetail }) {
  const solved = shown.state === "solved";
  if (shown.mergedInto)
    return (
      <>
        <OthersHere shown={shown} />
        <MergedAway into={shown.mergedInto} />
      </>
    );
  return (
    <>
      <OthersHere shown={shown} />
      {shown.merged.length > 0 && <MergedHere merged={shown.merged} />}
      {shown.junkAt && <JunkSince since={shown.junkAt} />}
      {shown.deliveries.some(({ state }) => state === "dead") && (
        <p class="small is-failed">
          <Icon name="m-failed" class="mark" /> Not all that was sent about this case has arrived.{" "}
          <a href="#sent-h">What was sent</a>
        </p>
      )}
      <p class="case-acts">
        <button class="btn main sm" type="button" onClick={() => write("reply")}>
          Reply <kbd>r</kbd>
        </button>
        <button class="btn sm" type="button" onClick={() => write("note")}>
          Note <kbd>n</kbd>
        </button>
        <button class="btn sm" type="button" onClick={() => void editCases([shown], turnState)}>
          {solved ? "Open again" : "Solve"} <kbd>e</kbd>
        </button>
        <button class="btn sm" type="button" onClick={() => askForChange("snooze", [shown])}>
          Snooze <kbd>s</kbd>
        </button>
      </p>
      <CaseFiling shown={shown} />
    </>
  );
}

/** Owner, priority, tags: each says what it is, and is changed where it stands. */
function CaseFiling({ shown }: { shown: CaseDetail }) {
  const { owner, priority, tags, snoozedUntil, junkAt } = shown;
  const mine = owner !== null && owner.id === staff.value?.id;
  return (
    <ul class="plain filing small">
      <li>
        <Change shown={shown} what="owner" name="Owner">
          {owner ? owner.name : "nobody"}
        </Change>
        {!mine && (
          <button class="text-btn" type="button" onClick={take}>
            Take it
          </button>
        )}
      </li>
      <li>
        <Change shown={shown} what="priority" name="Priority">
          {priority}
        </Change>
      </li>
      <li>
        <Change shown={shown} what="tags" name="Tags">
          {tags.length === 0 ? "none" : "change"}
        </Change>
        {tags.map((tag) => {
          const tagged = { tag, caseId: null };
          return (
            <a key={tag} href={hrefOf(tagged)} onClick={(event) => follow(event, tagged)}>
              #{tag}
            </a>
          );
        })}
      </li>
      {isSnoozed(shown) && (
        <li>
          <Change shown={shown} what="snooze" name="Snoozed until">
            {sayUntil(snoozedUntil ?? "")}
          </Change>
        </li>
      )}
      <li>
        <button class="text-btn" type="button" onClick={() => askForChange("subject", [shown])}>
          Rename
        </button>
      </li>
      <li>
        <button class="text-btn" type="button" onClick={() => askForChange("merge", [shown])}>
          Merge <kbd>m</kbd>
        </button>
      </li>
      {!junkAt && (
        <li>
          <button class="text-btn" type="button" onClick={toggleJunk}>
            Junk <kbd>!</kbd>
          </button>
        </li>
      )}
    </ul>
  );
}

const Change = ({ shown, what, name, children }: { shown: CaseDetail; what: What; name: string; children: string }) => (
  <button class="text-btn" type="button" onClick={() => askForChange(what, [shown])}>
    <span class="filing-n">{name}</span> {children}
  </button>
);
