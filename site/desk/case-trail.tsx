import type { CaseEvidence } from "#server/features/desk/case-content.schema.ts";
import type { CaseTrailItem } from "#server/features/desk/desk.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { CaseAnswer } from "./case-answer.tsx";
import { CaseCheck, TraceAgain } from "./case-check.tsx";
import { Linked } from "./linked.tsx";

type Props = { trail: CaseTrailItem[]; sentAt: string; evidence: CaseEvidence | null };

/** What the customer did and chose to send, oldest first, ending with the request itself. */
export function CaseTrail({ trail, sentAt, evidence }: Props) {
  const failures = trail.filter((item) => hasFailed(item, evidence)).length;
  return (
    <section aria-labelledby="trail-h">
      <h3 id="trail-h">What they did</h3>
      {trail.length === 0 && <p class="small">They sent nothing but the message.</p>}
      {failures > 0 && (
        <p class="small">{failures === 1 ? "One thing went wrong." : `${failures} things went wrong.`}</p>
      )}
      <ol class="timeline" role="list">
        {trail.map((item, at) => (
          <TrailEntry key={at} item={item} evidence={evidence} repeats={trail.slice(0, at).some(isSameVersion(item))} />
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

const articleOf = ({ ref }: CaseTrailItem): string | undefined => ref.split("#", 1)[0];
const isSameVersion = (item: CaseTrailItem) => (other: CaseTrailItem) =>
  item.version !== undefined && item.version === other.version && articleOf(item) === articleOf(other);

const findCheck = ({ kind, ref }: CaseTrailItem, evidence: CaseEvidence | null) =>
  kind === "check" ? evidence?.checks.find(({ sent }) => `check:${sent.id}` === ref) : undefined;

/** By the check itself, whatever the language of what its customer saw. */
const hasFailed = (item: CaseTrailItem, evidence: CaseEvidence | null): boolean =>
  item.kind === "error" ||
  /\b(?:did not work|didn’t work|failed|fails)\b/i.test(item.title) ||
  findCheck(item, evidence)?.sent.state === "failed";

/** `repeats`: the version of the article stands in a line above. */
type Entry = { item: CaseTrailItem; evidence: CaseEvidence | null; repeats: boolean };

function TrailEntry({ item, evidence, repeats }: Entry) {
  const failed = hasFailed(item, evidence);
  const answer = item.kind === "answer" && evidence?.answers.find(({ id }) => id === item.ref);
  const check = findCheck(item, evidence);
  const traced = evidence && (item.kind === "trace" || item.ref.startsWith("trace:"));
  return (
    <li class="ev" data-k={failed ? "bad" : "on"}>
      <time dateTime={item.at}>{sayWhen(item.at)}</time>
      <div>
        {failed && <Icon name="m-failed" class="mark" />}
        {failed ? <b>{item.title}</b> : item.title}
        <Version item={repeats ? { ...item, version: undefined, now: null } : item} />
        {item.detail && !answer && (
          <details class="peek" open={(failed && !check) || traced === true}>
            <summary>What they saw</summary>
            <p class="as-typed">
              <Linked text={item.detail} />
            </p>
          </details>
        )}
        {answer && <CaseAnswer answer={answer} />}
        {check && <CaseCheck check={check} />}
        {traced && <TraceAgain connections={evidence.connections} />}
      </div>
    </li>
  );
}

const NOW = { same: "unchanged since", changed: "changed since", gone: "gone since" };

/** The article, by the version that they had of it. */
function Version({ item: { ref, article, version, now } }: { item: CaseTrailItem }) {
  if (!article && now === null) return null;
  const [, anchor] = ref.split("#");
  return (
    <span class="version small">
      {article && <a href={anchor ? `${article.url}#${encodeURIComponent(anchor)}` : article.url}>{article.title}</a>}
      {version && (
        <>
          {article && ", "}version <span class="ref">{version.slice(0, 8)}</span>
        </>
      )}
      {now && (article || version ? ", " : "")}
      {now && (now === "same" ? NOW.same : <b class={now === "gone" ? "is-failed" : "is-warning"}>{NOW[now]}</b>)}
    </span>
  );
}
