import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";

/** Copies a text, and says whether it did: a page that is not served safely may not. */
export function CopyButton({ text, children }: { text: string; children: ComponentChildren }) {
  const said = useSignal("");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => (said.value = "Copied."),
      () => (said.value = "This browser does not copy. Select the text instead."),
    );
  return (
    <>
      <button class="btn sm" type="button" onClick={() => void (navigator.clipboard ? copy() : (said.value = NO_COPY))}>
        {children}
      </button>
      <span role="status">{said.value}</span>
    </>
  );
}
const NO_COPY = "This browser does not copy. Select the text instead.";
