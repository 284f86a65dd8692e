import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import type { SavedReply } from "#server/features/desk/saved-replies.schema.ts";
import { caseContext } from "./case-context.ts";
import { fillReply, type ReplyValues } from "./fill-reply.ts";
import { insertIntoReply } from "./insert-words.ts";
import { Notice } from "./notice.tsx";
import { follow, hrefOf } from "./place.ts";
import { Doubts } from "./reply-doubts.tsx";
import { savedReplies } from "./saved-reply-api.ts";
import type { Staff } from "./session.ts";
import { useListbox } from "./use-listbox.ts";

const ID = "saved-picks";
const MANAGE = { view: "replies" } as const;

export function useSavedReplies() {
  const open = useSignal(false);
  return { open, toggle: () => void (open.value = !open.value) };
}

type Props = { shown: CaseDetail; staff: Staff; close: () => void };

/** Saved replies by what one types; the one that is taken stands in the reply, with its variables filled in. */
export function SavedReplies({ shown, staff, close }: Props) {
  const typed = useSignal("");
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    void savedReplies.reload();
    field.current?.focus();
  }, []);
  const { value, problem } = savedReplies.state.value;
  const found = value?.replies.filter((reply) => fits(reply, typed.value)) ?? [];
  const back = () => {
    close();
    document.getElementById("write")?.focus();
  };
  const take = ({ body }: SavedReply) => {
    close();
    insertIntoReply(shown, fillReply(body, valuesOf(shown, staff, value?.product ?? "")));
  };
  const { here, press, begin } = useListbox(found, take, back);
  return (
    <div class="picker">
      <input
        ref={field}
        role="combobox"
        aria-label="Find a saved reply"
        aria-expanded="true"
        aria-controls={ID}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${ID}-${here}` : undefined}
        placeholder="Type to find one"
        maxLength={80}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          begin();
        }}
        onKeyDown={(event) => {
          if (!press(event) && event.key === "." && (event.ctrlKey || event.metaKey)) back();
          else if (event.key === "Enter") event.preventDefault(); // nothing to take is nothing to send
        }}
      />
      {problem && <Notice>{problem.message}</Notice>}
      <Picks found={found} here={here} take={take} />
      <p class="small" role="status">
        {value && found.length === 0 && (value.replies.length === 0 ? "No reply is saved yet. " : "None fits. ")}
        <a href={hrefOf(MANAGE)} onClick={(event) => follow(event, MANAGE)}>
          Write or change saved replies
        </a>
      </p>
    </div>
  );
}

type PicksProps = { found: SavedReply[]; here: number; take: (reply: SavedReply) => void };

const Picks = ({ found, here, take }: PicksProps) => (
  <ul class="plain picks" role="listbox" id={ID} aria-label="Saved replies">
    {found.map((reply, at) => (
      <li
        key={reply.id}
        id={`${ID}-${at}`}
        role="option"
        aria-selected={at === here}
        onMouseDown={(event) => {
          event.preventDefault(); // the cursor stays where it is
          take(reply);
        }}
      >
        <b>{reply.title}</b> <span class="pick-x">{reply.body}</span>
        <Doubts doubts={reply.doubts} />
      </li>
    ))}
  </ul>
);

const fits = ({ title, body }: SavedReply, typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${title}\n${body}`.toLowerCase().includes(word));

function valuesOf(shown: CaseDetail, staff: Staff, product: string): ReplyValues {
  const { value } = caseContext.state.value;
  const article = (value?.caseId === shown.id && value.articleLink) || shown.article?.title || "our articles";
  return { name: shown.name ?? "", reference: shown.reference, article, product, agent: staff.name };
}
