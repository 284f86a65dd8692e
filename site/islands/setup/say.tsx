import type { ComponentChildren } from "preact";
import { Icon } from "../icon.tsx";

/** What went wrong, said where it went wrong and read out at once. */
export const Fault = ({ id, children }: { id?: string; children: ComponentChildren }) => (
  <p class="err is-failed" role="alert" id={id}>
    <Icon name="m-failed" class="mark" /> {children}
  </p>
);

/** A fact between two lines: mark on the rail, a bold word, a sentence, and what can be done. */
export function Fact({ tone, word, children }: { tone: string; word: string; children?: ComponentChildren }) {
  return (
    <div class="check" data-result={tone}>
      <Icon name={`m-${tone}`} class="mark" />
      <p>
        <b class="state-word">{word}</b> {children}
      </p>
    </div>
  );
}

export const Press = ({ press, children }: { press: () => void; children: ComponentChildren }) => (
  <button class="text-btn" type="button" onClick={press}>
    {children}
  </button>
);
