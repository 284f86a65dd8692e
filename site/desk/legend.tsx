import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";

const open = signal(false);
export const showLegend = (): void => void (open.value = true);

/** Every key of the view, and what it does. */
export function Legend({ keys }: { keys: [key: string, does: string][] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // before the next key is pressed
  useLayoutEffect(() => {
    if (open.value) dialog.current?.showModal();
    else dialog.current?.close();
    // the focus is at the end, and what is read begins above
    dialog.current?.scrollTo({ top: 0 });
  }, [open.value]);
  return (
    <dialog class="desk-dialog" ref={dialog} aria-labelledby="legend-h" onClose={() => (open.value = false)}>
      <h2 id="legend-h">Keys</h2>
      <dl class="legend-keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="small">
        They wait while you type. Ctrl Enter sends what you have written, Ctrl Shift Enter solves the case too, and Esc
        leaves the field.
      </p>
      <p class="acts">
        <button class="btn sm" type="button" onClick={() => (open.value = false)}>
          Close
        </button>
      </p>
    </dialog>
  );
}
