import type { AnswerEvidence } from "#server/features/ask/ask.schema.ts";
import type { AnswerDetail } from "#server/features/desk/answers.schema.ts";
import { CodeBlock } from "#site/islands/code-block.tsx";
import { Icon } from "#site/islands/icon.tsx";
import { VERDICT_MARKS, VERDICTS } from "./answer-words.ts";

type Said = Pick<AnswerEvidence, "sentences" | "sources" | "verdict">;

/** How deep its heading stands. */
type Level = { as?: "h3" | "h4" };
type SaidProps = Level & { title: string; evidence: Said; stopped?: boolean };

/** The sentences as their reader saw them, after the verdict in words. */
export const Said = ({ as: Heading = "h3", title, evidence, stopped = false }: SaidProps) => (
  <section aria-label={title}>
    <Heading>{title}</Heading>
    <div class="answer">
      <p class="verdict">
        <Icon name={VERDICT_MARKS[evidence.verdict]} class="mark" />{" "}
        <b>{stopped ? "Stopped by the reader" : `Verdict: ${VERDICTS[evidence.verdict]}`}</b>
      </p>
      {evidence.sentences.length === 0 && <p class="said gap">It ended before the first sentence.</p>}
      {evidence.sentences.map((sentence, at) => (
        <Sentence key={at} {...sentence} sources={evidence.sources} />
      ))}
    </div>
  </section>
);

type SentenceProps = Said["sentences"][number] & Pick<Said, "sources">;

const Sentence = ({ text, citations, code, sources }: SentenceProps) =>
  code ? (
    <div class="said">
      <CodeBlock lines={text} />
    </div>
  ) : (
    <p class={citations.length > 0 ? "said" : "said gap"}>
      <span class="as-typed">{text}</span>
      {sources
        .filter(({ n }) => citations.includes(n))
        .map(({ n, url, title }) => (
          <a key={n} class="cite" href={url} aria-label={`Source ${n}: ${title}`}>
            {n}
          </a>
        ))}
    </p>
  );

const FOUND: Record<string, string> = { supported: "sent", moved: "sent, cited anew", withheld: "left out" };
const FOUND_MARKS: Record<string, string> = { supported: "m-ok", moved: "m-warning", withheld: "m-failed" };

/** What became of each sentence that a model wrote: nothing where the articles' own words stand. */
export function Checks({ title, checks }: { title: string } & Pick<AnswerEvidence, "checks">) {
  if (checks.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul class="plain evidence">
        {checks.map(({ text, citations, result, reason, what }, at) => (
          <li key={at}>
            <Icon name={FOUND_MARKS[result] ?? "m-unknown"} class="mark" /> <b>{FOUND[result]}</b>
            {reason && ` (${[reason, what].filter(Boolean).join(": ")})`}: <span class="as-typed">{text}</span>{" "}
            <span class="small">{citations.map((n) => `[${n}]`).join("")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Passage = Omit<AnswerDetail["passages"][number], "now"> & Partial<Pick<AnswerDetail["passages"][number], "now">>;

const NOW = { same: "", changed: "changed since", gone: "gone since" };

type PassagesProps = Level & { title: string; passages: Passage[]; sources?: Said["sources"] };

/** What was found, best first: what the answer was written from has a number. Sources that are no passage, as a check, come after. */
export const Passages = ({ as: Heading = "h3", title, passages, sources = [] }: PassagesProps) => (
  <section aria-label={title}>
    <Heading>{title}</Heading>
    {passages.length === 0 && <p class="small">No passage: it needed none, or is from before passages were kept.</p>}
    <ul class="plain evidence">
      {passages.map(({ n, title: section, url, score, now = "same" }, at) => (
        <li key={at}>
          {n === null ? <span class="small">near</span> : <span class="cite">{n}</span>}{" "}
          {now === "gone" ? section : <a href={url}>{section}</a>} <span class="small">fits {score.toFixed(2)}</span>
          {NOW[now] && <b class={`is-${now === "gone" ? "failed" : "warning"}`}> {NOW[now]}</b>}
        </li>
      ))}
      {sources
        .filter((source) => passages.every(({ n }) => n !== source.n))
        .map(({ n, title: source, url }) => (
          <li key={`source ${n}`}>
            <span class="cite">{n}</span> <a href={url}>{source}</a>
          </li>
        ))}
    </ul>
  </section>
);
