import type { CaseMessage } from "#server/features/desk/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";

const SAYS = { customer: "wrote", agent: "answered", note: "noted, for staff only" };

export function CaseMessages({ messages }: { messages: CaseMessage[] }) {
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="said-h">
      <h3 id="said-h">What was said</h3>
      <ol class="plain thread">
        {messages.map((message) => (
          <li key={message.id} data-from={message.from}>
            <p class="small">
              <b>{message.author}</b> {SAYS[message.from]}, <time dateTime={message.at}>{sayWhen(message.at)}</time>
            </p>
            <p class="as-typed">{message.body}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
