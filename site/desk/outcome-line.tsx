import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { outcome, type Outcome } from "./change-case.ts";
import { gapSaid } from "./change-gap.ts";
import { inTurn } from "./own-changes.ts";
import { place } from "./place.ts";

/** Time enough to read it and to reach it; who is at it keeps it. */
const SHOWN_MS = 20_000;

/** It has been read, or closed. Its key still takes it back. */
const left = signal<Outcome | null>(null);

/** What the last change did, with a way back. Always there, so that what it says is read out. */
export function OutcomeLine() {
  const line = useRef<HTMLDivElement>(null);
  const shown = outcome.value === left.value ? null : outcome.value;
  const close = () => (left.value = outcome.peek());
  useEffect(() => {
    const leave = () => {
      // what was not done stays until somebody has decided
      const stays = shown?.again ?? shown?.failed;
      if (stays || line.current?.matches(":hover, :focus-within")) timer = setTimeout(leave, SHOWN_MS);
      else if (outcome.peek() === shown) close();
    };
    let timer = setTimeout(leave, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div class="outcome" ref={line} data-shown={shown ? "" : undefined} data-failed={shown?.failed ? "" : undefined}>
      <p role="status">{shown?.says}</p>
      {shown && (
        <p class="outcome-acts">
          {shown.undo && (
            <button class="btn sm" type="button" onClick={undoLast}>
              Undo <kbd>z</kbd>
            </button>
          )}
          {shown.again && (
            <button class="btn sm" type="button" onClick={() => void shown.again?.()}>
              Make my change all the same
            </button>
          )}
          <button class="text-btn" type="button" onClick={close}>
            Close
          </button>
        </p>
      )}
    </div>
  );
}

/** Of what is worked on here; of what is on its way still, once it is made. */
export const undoLast = (): void =>
  void inTurn(async () => {
    const undo = place.value.view === "gaps" ? gapSaid.value?.undo : outcome.value?.undo;
    if (undo) await undo();
    else outcome.value = { says: "There is nothing to take back.", failed: false, undo: null, again: null };
  });
