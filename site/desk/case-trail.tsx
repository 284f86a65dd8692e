import type { TrailItem } from "#server/features/escalation/escalation.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { follow, hrefOf } from "./place.ts";

type Props = { trail: TrailItem[]; sentAt: string };

/** What the customer did and chose to send, oldest first, ending with the request itself. */
export function CaseTrail({ trail, sentAt }: Props) {
  return (
    <section aria-labelledby="trail-h">
      <h3 id="trail-h">What they did</h3>
      {trail.length === 0 && <p class="small">They sent nothing but the message.</p>}
      <ol class="timeline" role="list">
        {trail.map((item) => (
          <TrailEntry key={`${item.at} ${item.ref} ${item.title}`} item={item} />
        ))}
        <li class="ev" data-k="now">
          <time dateTime={sentAt}>{sayWhen(sentAt)}</time>
          <div>
            <b>Asked for a person</b>
          </div>
        </li>
      </ol>
    </section>
  );
}

function TrailEntry({ item }: { item: TrailItem }) {
  const failed = item.kind === "error" || /\b(?:did not work|didn’t work|failed)\b/i.test(item.title);
  return (
    <li class="ev" data-k={failed ? "bad" : "on"}>
      <time dateTime={item.at}>{sayWhen(item.at)}</time>
      <div>
        {failed && <Icon name="m-failed" class="mark" />}
        {item.title}
        {item.kind === "answer" && item.ref.startsWith("ans_") && <AnswerLink id={item.ref} />}
        {item.detail && (
          <details class="peek">
            <summary>Read it</summary>
            <p class="as-typed">{item.detail}</p>
          </details>
        )}
      </div>
    </li>
  );
}

function AnswerLink({ id }: { id: string }) {
  const answer = { view: "answers", show: null, q: "", answerId: id } as const;
  return (
    <>
      {" "}
      <a href={hrefOf(answer)} onClick={(event) => follow(event, answer)}>
        Why it said that
      </a>
    </>
  );
}
