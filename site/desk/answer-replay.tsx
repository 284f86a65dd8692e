import { useSignal } from "@preact/signals";
import type { AnswerEvidence, ReplayInput } from "#server/features/ask/ask.schema.ts";
import type { AnswerDetail } from "#server/features/desk/answers.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { Checks, Passages, Said } from "./answer-evidence.tsx";
import { about, openAnswer } from "./answer-state.ts";
import { VERDICTS } from "./answer-words.ts";
import { replayAnswer } from "./desk-api.ts";
import { Notice } from "./notice.tsx";
import { useAction } from "./use-action.ts";

/** The same question on today's articles, beside what was said then. */
export function Replay({ shown }: { shown: AnswerDetail }) {
  const replayed = useSignal<AnswerEvidence | null>(null);
  const { busy, problem, run } = useAction();
  const replay = (mode: ReplayInput["mode"]) =>
    run(async () => {
      replayed.value = null;
      // which articles have changed is read again, too
      const [evidence] = await Promise.all([replayAnswer(shown.id, mode), openAnswer.reload()]);
      replayed.value = evidence;
    });
  const again = replayed.value;
  return (
    <section aria-labelledby="replay-h">
      <h3 id="replay-h">Ask it again, on today’s articles</h3>
      <p class="case-acts">
        <button class="btn sm" type="button" {...whileBusy(busy.value)} onClick={() => void replay("extractive")}>
          In the articles’ words
        </button>
        {about.state.value.value?.mode === "model" && (
          <button class="btn sm" type="button" {...whileBusy(busy.value)} onClick={() => void replay("model")}>
            By the model
          </button>
        )}
        <span class="small">Nothing is recorded. The model’s tokens count.</span>
      </p>
      <div role="status">
        {busy.value && <p>Asking again.</p>}
        {again && <p>{compare(shown, again)}</p>}
      </div>
      {problem.value && <Notice>{problem.value}</Notice>}
      {again && (
        <div class="replayed">
          <div>
            <Said title="Then" evidence={shown} stopped={shown.stopped} />
            <Passages title="Found then" passages={shown.passages} />
          </div>
          <div>
            <Said title="Now" evidence={again} />
            <Passages title="Found now" passages={again.passages} />
            <Checks title="Written now, and the check of it" checks={again.checks} />
          </div>
        </div>
      )}
    </section>
  );
}

/** What is different now, in words. */
function compare(then: AnswerDetail, now: AnswerEvidence): string {
  const verdict =
    then.verdict === now.verdict
      ? `The verdict is the same: ${VERDICTS[now.verdict]}.`
      : `The verdict was “${VERDICTS[then.verdict]}”, and is “${VERDICTS[now.verdict]}” now.`;
  const cited = then.passages.filter(({ n, now: state }) => n !== null && state !== "same");
  const changed = [...new Set(cited.map(({ articleId }) => articleId))];
  if (changed.length > 0) return `${verdict} Cited then, and changed since: ${changed.join(", ")}.`;
  if (!then.knowledgeVersion) return `${verdict} It is from before versions of articles were kept.`;
  return then.knowledgeVersion === now.knowledgeVersion
    ? `${verdict} No article has changed since.`
    : `${verdict} What it cited has not changed since; other articles or the glossary have.`;
}
