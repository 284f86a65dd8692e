import type { Signal } from "@preact/signals";
import { Icon } from "../icon.tsx";
import { draft } from "./draft.ts";
import { type Sending, stopWaiting } from "./sending.ts";

type Props = {
  sending: Signal<Sending>;
  again: () => void;
  /** Names of files that were chosen before a reload, and are not there any more. */
  lost: string[];
};

/** What has become of sending, above the button. */
export function Says({ sending, again, lost }: Props) {
  const now = sending.value;
  if (now.state === "sending") return <p class="small">Your draft stays here until we have it.</p>;
  if (now.state === "idle") return <Kept lost={lost} />;
  if (now.state === "waiting")
    return (
      // no icon: it could not be fetched
      <p>
        <b>You are offline.</b> This is sent as soon as you are back. Leave this page open.{" "}
        <button class="text-btn" type="button" onClick={stopWaiting}>
          Do not send it yet
        </button>
      </p>
    );
  return (
    <p class="is-failed">
      <Icon name="m-failed" class="mark" /> <b class="state-word">Not sent.</b> {now.says} Your draft is kept.{" "}
      <button class="text-btn" type="button" onClick={again}>
        Try now
      </button>
    </p>
  );
}

function Kept({ lost }: { lost: string[] }) {
  const missing = lost.filter((name) => !draft.value.files.includes(name));
  return (
    <>
      {missing.length > 0 && (
        <p class="is-warning">
          <Icon name="m-warning" class="mark" /> Files are not kept with a draft. Choose {missing.join(", ")} again.
        </p>
      )}
      <p class="small">
        Kept as a draft in this browser until it is sent{draft.value.files.length > 0 && ", without its files"}.
      </p>
    </>
  );
}
