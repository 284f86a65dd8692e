import type { ComponentChildren } from "preact";
import { CopyButton } from "./copy-button.tsx";
import { useFocus } from "./use-focus.ts";

type Props = { text: string; copy: string; done: () => void; children: ComponentChildren };

/** A secret, the one time that it is told, until whoever made it has it. It may stand far from what was pressed, and comes into view. */
export function ShownOnce({ text, copy, done, children }: Props) {
  const says = useFocus<HTMLParagraphElement>(text);
  return (
    <div class="once">
      <p ref={says} tabIndex={-1}>
        {children}
      </p>
      <p>
        <code class="key">{text}</code>
      </p>
      <p class="acts">
        <CopyButton text={text}>{copy}</CopyButton>
        <button class="btn sm" type="button" onClick={done}>
          I have it
        </button>
      </p>
    </div>
  );
}
