import type { CaseMessage } from "#server/features/desk/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";

const SAYS = { customer: "wrote", agent: "answered", note: "noted, for staff only" };

type Props = { id: string; title: string; messages: CaseMessage[] };

export function CaseMessages({ id, title, messages }: Props) {
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby={`${id}-said`}>
      <h3 id={`${id}-said`}>{title}</h3>
      <ol class="plain thread">
        {messages.map((message) => (
          <li key={message.id} data-from={message.from}>
            <p class="small">
              <b>{message.author}</b> {SAYS[message.from]}
              {message.of && (
                <>
                  {" "}
                  in <span class="ref">{message.of}</span>
                </>
              )}
              , <time dateTime={message.at}>{sayWhen(message.at)}</time>
            </p>
            <p class="as-typed">{message.body}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
