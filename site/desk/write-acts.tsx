import { whileBusy } from "#site/islands/busy.ts";
import { writing } from "./cases.ts";
import type { Staff } from "./session.ts";

/** `anyway`: somebody wrote meanwhile, and it is sent all the same. */
type Props = { isReply: boolean; anyway: boolean; busy: boolean; staff: Staff };

/** How what is written is sent, and where it goes. */
export const WriteActs = ({ isReply, anyway, busy, staff }: Props) => (
  <p class="acts">
    <button class="btn main sm" type="submit" {...whileBusy(busy)}>
      {isReply ? (anyway ? "Send anyway" : "Send and wait") : "Keep the note"} {!anyway && <kbd>Ctrl Enter</kbd>}
    </button>
    {isReply && (
      <button class="btn sm" type="submit" value="solve" {...whileBusy(busy)}>
        {anyway ? "Send anyway and solve" : "Send and solve"} {!anyway && <kbd>Ctrl Shift Enter</kbd>}
      </button>
    )}
    <button class="text-btn" type="button" onClick={() => (writing.value = isReply ? "note" : "reply")}>
      {isReply ? "Write a note instead" : "Write a reply instead"}
    </button>
    <span class="small">
      {isReply ? (
        `Goes to the receipt page, and by mail where mail is set up, as ${staff.name}.`
      ) : (
        <>
          Never leaves the desk. <b>@name</b> tells a colleague.
        </>
      )}
    </span>
  </p>
);
