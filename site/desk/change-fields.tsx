import { useSignal } from "@preact/signals";
import type { FunctionComponent, TargetedKeyboardEvent } from "preact";
import { PRIORITIES, SUBJECT_MAX } from "#server/features/desk/cases.values.ts";
import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { colleagues } from "./cases.ts";
import { isSnoozed, type Edit } from "./edit.ts";
import { MergeFields, readMerge } from "./merge-fields.tsx";
import { oneOf } from "./case-filters.ts";
import { staff } from "./session.ts";
import { textOf } from "./text-of.ts";
import { TagFields, readTags } from "./tag-fields.tsx";
import { SnoozeFields, readSnooze } from "./snooze-fields.tsx";

export type What = "owner" | "priority" | "snooze" | "tags" | "subject" | "merge";
type Fields = FunctionComponent<{ cases: CaseSummary[] }>;
type Change = {
  title: string;
  /** What the button says, where it is not Save. */
  act?: string;
  Fields: Fields;
  /** null: nothing was chosen. */ read: (form: FormData, cases: CaseSummary[]) => Edit | null;
};

/** Names with mine first; the list may still be on its way. */
const offered = (owner: CaseSummary["owner"] = null) => {
  const me = staff.value;
  // until the list is there, the owner alone is
  const known = colleagues.state.value.value?.staff ?? (owner ? [owner] : []);
  return [...(me ? [{ id: me.id, name: `Me, ${me.name}` }] : []), ...known.filter(({ id }) => id !== me?.id)];
};

/** A closed list would open at Enter. */
function keepByEnter(event: TargetedKeyboardEvent<HTMLSelectElement>): void {
  if (event.key !== "Enter") return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

const OwnerFields: Fields = ({ cases }) => {
  const owner = cases.length === 1 ? (cases[0]?.owner ?? null) : null;
  // names that come later change nothing of what is chosen
  const picked = useSignal(owner?.id ?? "");
  return (
    <label class="stack">
      Owner
      <select
        name="owner"
        value={picked.value}
        onChange={(event) => (picked.value = event.currentTarget.value)}
        onKeyDown={keepByEnter}
      >
        <option value="">Nobody</option>
        {offered(owner).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};

const PriorityFields: Fields = ({ cases }) => (
  <fieldset class="choices">
    <legend class="sr">Priority</legend>
    {PRIORITIES.toReversed().map((priority) => {
      const chosen = priority === (cases.length === 1 ? cases[0]?.priority : "normal");
      return (
        <label key={priority} class="choice">
          <input type="radio" name="priority" value={priority} defaultChecked={chosen} autofocus={chosen} />
          {priority}
        </label>
      );
    })}
  </fieldset>
);

const SubjectFields: Fields = ({ cases }) => (
  <label class="stack">
    Subject
    <input name="subject" required maxLength={SUBJECT_MAX} defaultValue={cases[0]?.subject} autocomplete="off" />
  </label>
);

/** What each kind of change asks, and what it makes of the answer. */
export const CHANGES: Record<What, Change> = {
  owner: {
    title: "Owner",
    Fields: OwnerFields,
    read: (form) => {
      const id = textOf(form, "owner");
      if (!id) return { ownerId: null };
      const found = [staff.value, ...offered()].find((each) => each?.id === id);
      return { ownerId: id, ownerName: found?.name ?? "a colleague" };
    },
  },
  priority: {
    title: "Priority",
    Fields: PriorityFields,
    read: (form) => {
      const priority = oneOf(PRIORITIES, textOf(form, "priority"));
      return priority && { priority };
    },
  },
  snooze: {
    title: "Snooze",
    Fields: ({ cases }) => <SnoozeFields isSnoozed={cases.some(isSnoozed)} />,
    read: (form) => {
      const snoozedUntil = readSnooze(textOf(form, "until"), textOf(form, "at"));
      return snoozedUntil === undefined ? null : { snoozedUntil };
    },
  },
  tags: {
    title: "Tags",
    Fields: TagFields,
    read: (form, cases) => {
      const addTags = readTags(textOf(form, "add"));
      const kept = form.getAll("keep");
      const dropTags = [...new Set(cases.flatMap(({ tags }) => tags))].filter((tag) => !kept.includes(tag));
      return addTags.length + dropTags.length > 0 ? { addTags, dropTags } : null;
    },
  },
  merge: { title: "Merge", act: "Merge", Fields: MergeFields, read: readMerge },
  subject: { title: "Subject", Fields: SubjectFields, read: (form) => ({ subject: textOf(form, "subject") }) },
};
