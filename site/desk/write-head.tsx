import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import type { useSavedReplies } from "./case-saved-replies.tsx";

type Props = { isReply: boolean; shown: CaseDetail; saved: ReturnType<typeof useSavedReplies> };

/** Whom it is for, and what helps to write it. */
export const WriteHead = ({ isReply, shown, saved }: Props) => (
  <p class="reply-h">
    <label for="write">
      {isReply ? (
        <>
          Reply to <bdi>{shown.name ?? shown.email}</bdi>
        </>
      ) : (
        "Note, for staff only"
      )}
    </label>
    {isReply && (
      <button class="text-btn" type="button" aria-expanded={saved.open.value} onClick={saved.toggle}>
        Saved replies <kbd>Ctrl .</kbd>
      </button>
    )}
  </p>
);
