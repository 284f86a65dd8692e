import { here } from "../dom.ts";
import type { Trace } from "#server/features/integrations/checks.schema.ts";
import type { CheckState, TraceOutcome } from "#server/features/integrations/integrations.values.ts";
import { leaveTrail } from "../trail/trail.ts";
import { sayMoment } from "../when.ts";
import { Fact } from "./say.tsx";
import { setupCheckWords as t } from "./check.words.ts";

const OUTCOMES: Record<TraceOutcome, { tone: CheckState; word: string }> = {
  create: { tone: "ok", word: t.wouldBeCreated },
  update: { tone: "ok", word: t.wouldBeUpdated },
  skip: { tone: "warning", word: t.wouldBePassedOver },
  probably_fails: { tone: "failed", word: t.wouldProbablyFail },
  unknown: { tone: "unknown", word: t.notKnown },
};
const KINDS = { setting: t.yourSetting, record: t.record, vendor: t.fromTheCrm };

/** The outcome in a sentence, then each fact behind it. */
export function TraceResult({ trace, name }: { trace: Trace; name: string }) {
  const { tone, word } = OUTCOMES[trace.outcome];
  return (
    <div class="traced">
      <Fact tone={tone} word={word}>
        {trace.says} {trace.todo}
      </Fact>
      <ol class="chain plain" role="list" aria-label={t.why}>
        {trace.facts.map(({ title, detail, kind, url }) => (
          <li key={`${kind} ${title}`}>
            <span class="small">{KINDS[kind]}</span>
            <p>
              <b>{url ? <a href={url}>{title}</a> : title}</b> {detail}
            </p>
          </li>
        ))}
      </ol>
      <p class="small">
        {t.tracedAsA(trace.email, t[trace.as])} <time dateTime={trace.at}>{sayMoment(trace.at)}</time>.{" "}
        {trace.explained && <a href={trace.explained.url}>{trace.explained.title}</a>}
      </p>
      <p class="small">
        <a href={here("/contact/")} onClick={() => leaveTrace(trace, name)}>
          {t.takeThisToA}
        </a>
        {t.withTheseFacts}
      </p>
    </div>
  );
}

function leaveTrace({ id, email, as, says, facts, outcome }: Trace, name: string): void {
  leaveTrail({
    kind: "trace",
    ref: id,
    title: t.tracedAsAIn(email, t[as], name, OUTCOMES[outcome].word),
    detail: [says, ...facts.map(({ title, detail }) => `${title}: ${detail}`)].join("\n"),
  });
}
