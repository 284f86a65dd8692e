import type { ComponentChildren } from "preact";
import { CopyButton } from "./copy-button.tsx";
import { useFocus } from "./use-focus.ts";
import { useState } from "preact/hooks";
import { focusOn } from "#site/islands/dom.ts";

type Props = { text: string; copy: string; done: () => void; children: ComponentChildren };

/** A secret, the one time that it is told, until whoever made it has it. It may stand far from what was pressed, and comes into view. */
export function ShownOnce({ text, copy, done, children }: Props) {
  // whoever has it goes on from what was pressed to make it
  const [pressed] = useState(() => document.activeElement);
  const says = useFocus<HTMLParagraphElement>(text);
  const leave = () => {
    done();
    if (pressed instanceof HTMLElement && pressed.isConnected && pressed !== document.body) focusOn(pressed);
  };
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
        <button class="btn sm" type="button" onClick={leave}>
          I have it
        </button>
      </p>
    </div>
  );
}
