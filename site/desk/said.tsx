import { splitSaid } from "./said-parts.ts";

/** What somebody wrote, as they wrote it: nothing of it is markup. What a mail quoted is folded. */
export const Said = ({ text }: { text: string }) => (
  <div class="as-typed typed" dir="auto">
    {splitSaid(text).map(({ kind, text: part }, at) => {
      if (kind === "code")
        return (
          <pre key={at} tabIndex={0}>
            <code>{part}</code>
          </pre>
        );
      if (kind === "words") return <span key={at}>{part}</span>;
      return (
        <details key={at} class="peek">
          <summary>{part.split("\n").length} quoted lines</summary>
          <p>{part}</p>
        </details>
      );
    })}
  </div>
);
