import type { Signal } from "@preact/signals";
import { Icon } from "../icon.tsx";

export type Sending = { state: "idle" } | { state: "sending" } | { state: "failed"; says: string };

/** What has become of sending, above the button. */
export function Says({ sending, again }: { sending: Signal<Sending>; again: () => void }) {
  const now = sending.value;
  if (now.state === "sending") return <p class="small">Your draft stays here until we have it.</p>;
  if (now.state === "idle") return <p class="small">Kept as a draft in this browser until it is sent.</p>;
  return (
    <p class="is-failed">
      <Icon name="m-failed" class="mark" /> <b class="state-word">Not sent.</b> {now.says} Your draft is kept.{" "}
      <button class="text-btn" type="button" onClick={again}>
        Try now
      </button>
    </p>
  );
}
