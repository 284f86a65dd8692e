import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { whileBusy } from "#site/islands/busy.ts";

type Props = {
  /** What the button says. */
  label: string;
  /** The same in full, for who hears it without the row around it. */
  ask: string;
  busy: boolean;
  act: () => void;
};

/** A small button for what cannot be taken back: pressed twice, and Escape or a look elsewhere takes the first back. */
export function Sure({ label, ask, busy, act }: Props) {
  const asked = useSignal(false);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked.value) yes.current?.focus();
  }, [asked.value]);
  if (!asked.value)
    return (
      <button class="text-btn" type="button" aria-label={ask} {...whileBusy(busy)} onClick={() => (asked.value = true)}>
        {label}
      </button>
    );
  return (
    <button
      ref={yes}
      class="btn sm"
      type="button"
      aria-label={`Yes, ${ask}`}
      {...whileBusy(busy)}
      onBlur={() => (asked.value = false)}
      onKeyDown={(event) => event.key === "Escape" && (asked.value = false)}
      onClick={() => {
        asked.value = false;
        act();
      }}
    >
      Yes, {label.toLowerCase()}
    </button>
  );
}
