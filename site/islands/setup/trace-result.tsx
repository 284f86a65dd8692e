import type { Trace } from "#server/features/integrations/checks.schema.ts";
import type { CheckState, TraceOutcome } from "#server/features/integrations/integrations.values.ts";
import { leaveTrail } from "../trail/trail.ts";
import { sayMoment } from "../when.ts";
import { Fact } from "./say.tsx";

const OUTCOMES: Record<TraceOutcome, { tone: CheckState; word: string }> = {
  create: { tone: "ok", word: "Would be created." },
  update: { tone: "ok", word: "Would be updated." },
  skip: { tone: "warning", word: "Would be passed over." },
  probably_fails: { tone: "failed", word: "Would probably fail." },
  unknown: { tone: "unknown", word: "Not known." },
};
const KINDS = { setting: "Your setting", record: "Record", vendor: "From the CRM" };

/** The outcome in a sentence, then each fact behind it. */
export function TraceResult({ trace, name }: { trace: Trace; name: string }) {
  const { tone, word } = OUTCOMES[trace.outcome];
  return (
    <div class="traced">
      <Fact tone={tone} word={word}>
        {trace.says} {trace.todo}
      </Fact>
      <ol class="chain plain" role="list" aria-label="Why">
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
        Traced {trace.email} as a {trace.as}, <time dateTime={trace.at}>{sayMoment(trace.at)}</time>.{" "}
        {trace.explained && <a href={trace.explained.url}>{trace.explained.title}</a>}
      </p>
      <p class="small">
        <a href="/contact/" onClick={() => leaveTrace(trace, name)}>
          Take this to a person
        </a>
        , with these facts.
      </p>
    </div>
  );
}

function leaveTrace({ id, email, as, says, facts, outcome }: Trace, name: string): void {
  leaveTrail({
    kind: "trace",
    ref: id,
    title: `Traced ${email} as a ${as} in ${name}: ${OUTCOMES[outcome].word}`,
    detail: [says, ...facts.map(({ title, detail }) => `${title}: ${detail}`)].join("\n"),
  });
}
