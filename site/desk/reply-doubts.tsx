import type { SavedReply } from "#server/features/desk/saved-replies.schema.ts";
import { Icon } from "#site/islands/icon.tsx";

const SAYS = { address: "no article has it", date: "no article says this", number: "no article says this" };

/** What of a saved reply no article says: "3 days: no article says this". */
export const Doubts = ({ doubts }: Pick<SavedReply, "doubts">) => (
  <>
    {doubts.map(({ kind, what }) => (
      <span key={`${kind} ${what}`} class="doubt is-warning">
        <Icon name="m-warning" class="mark" /> <b>{what}</b>: {SAYS[kind]}
      </span>
    ))}
  </>
);
