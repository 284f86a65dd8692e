import { Linked } from "./linked.tsx";
import { splitSaid } from "./said-parts.ts";

/** What somebody wrote, as they wrote it: nothing of it is markup, and its addresses can be pressed. What a mail quoted is folded. */
export const Said = ({ text }: { text: string }) => (
  <div class="as-typed typed" dir="auto">
    {splitSaid(text).map(({ kind, text: part }, at) => {
      if (kind === "code")
        return (
          <pre key={at} tabIndex={0}>
            <code>{part}</code>
          </pre>
        );
      if (kind === "words")
        return (
          <span key={at}>
            <Linked text={part} />
          </span>
        );
      return (
        <details key={at} class="peek">
          <summary>{part.split("\n").length} quoted lines</summary>
          <p>
            <Linked text={part} />
          </p>
        </details>
      );
    })}
  </div>
);
