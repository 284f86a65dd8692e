import type { ReadonlySignal } from "@preact/signals";
import type { TrailEntry } from "../trail/trail.ts";
import { sayTime } from "../when.ts";
import { itemKey, type Group } from "./along.ts";
import { changeDraft, draft } from "./draft.ts";
import { escalateWords as t } from "./escalate.words.ts";

function toggle(key: string): void {
  const { off } = draft.value;
  changeDraft({ off: off.includes(key) ? off.filter((each) => each !== key) : [...off, key] });
}

/** "What goes along": a switch for each group, and within it each item by itself. */
export function AlongList({ groups }: { groups: ReadonlySignal<Group[]> }) {
  return (
    <>
      <h2 class="rail-head" id="along" tabIndex={-1}>
        {t.whatGoesAlong}
      </h2>
      <ul class="send plain" aria-labelledby="along">
        {groups.value.map((group) => (
          <GroupItem key={group.id} group={group} />
        ))}
      </ul>
      <div class="rail-end send-end">
        <p>{t.neverGoesAlongPasswords}</p>
      </div>
    </>
  );
}

function GroupItem({ group: { id, title, says, items } }: { group: Group }) {
  const readable = id !== "where" && id !== "browser";
  return (
    <li>
      <label class="sw covered">
        <input
          type="checkbox"
          role="switch"
          checked={!draft.value.off.includes(id)}
          aria-describedby={`along-${id}`}
          onChange={() => toggle(id)}
        />
        <i aria-hidden="true" />
        <span>
          <b>{title}</b>
        </span>
      </label>
      <p class="small" id={`along-${id}`}>
        {says}
      </p>
      {readable && (
        <details class="peek">
          <summary>{t.readThem}</summary>
          {items.map((item) => (
            <Item key={itemKey(item)} item={item} />
          ))}
        </details>
      )}
    </li>
  );
}

function Item({ item }: { item: TrailEntry }) {
  const { at, title, detail } = item;
  const out = draft.value.off.includes(itemKey(item));
  return (
    <p>
      <time dateTime={at}>{sayTime(at)}</time> <bdi>{out ? <s>{title}</s> : title}</bdi>
      {detail && !out && (
        <>
          : <bdi>{detail}</bdi>
        </>
      )}{" "}
      <button class="text-btn" type="button" onClick={() => toggle(itemKey(item))}>
        {out ? t.putBack : t.leaveOut}
      </button>
    </p>
  );
}
