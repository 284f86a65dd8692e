import type { ComponentChildren } from "preact";
import { CopyButton } from "./copy-button.tsx";

type Props = { text: string; copy: string; done: () => void; children: ComponentChildren };

/** A secret, the one time that it is told, until whoever made it has it. */
export const ShownOnce = ({ text, copy, done, children }: Props) => (
  <div class="once" role="status">
    <p>{children}</p>
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
