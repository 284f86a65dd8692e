import type { CaseMessage } from "#server/features/desk/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { Said } from "./said.tsx";

const SAYS = { customer: "wrote", agent: "answered", note: "noted, for staff only" };
/** Of a long thread, what is read before one answers; the rest is a press away. */
const NEWEST = 10;
/** Fewer are not worth a press. */
const FOLDED_MIN = 5;

type Props = { id: string; title: string; messages: CaseMessage[] };

export function CaseMessages({ id, title, messages }: Props) {
  if (messages.length === 0) return null;
  const older = messages.length < NEWEST + FOLDED_MIN ? [] : messages.slice(0, -NEWEST);
  return (
    <section aria-labelledby={`${id}-said`}>
      <h3 id={`${id}-said`}>{title}</h3>
      {older.length > 0 && (
        <details class="older">
          <summary>{older.length} older messages</summary>
          <Thread messages={older} />
        </details>
      )}
      <Thread messages={messages.slice(older.length)} />
    </section>
  );
}

const Thread = ({ messages }: Pick<Props, "messages">) => (
  <ol class="plain thread">
    {messages.map((message) => (
      <li key={message.id} data-from={message.from}>
        <p class="small">
          <b>
            <bdi>{message.author}</bdi>
          </b>{" "}
          {SAYS[message.from]}
          {message.of && (
            <>
              {" "}
              in <span class="ref">{message.of}</span>
            </>
          )}
          , <time dateTime={message.at}>{sayWhen(message.at)}</time>
        </p>
        <Said text={message.body} />
      </li>
    ))}
  </ol>
);
