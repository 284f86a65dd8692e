import type { GapDetail } from "#server/features/gaps/gaps.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { doToGap } from "./change-gap.ts";
import { splitPhrase } from "./gap-api.ts";
import { sayTimes } from "./gap-words.ts";
import { BEGINNING, follow, hrefOf } from "./place.ts";

type Phrase = GapDetail["phrases"][number];

/** What was asked and searched for, word for word, the most frequent first. */
export function GapPhrases({ shown }: { shown: GapDetail }) {
  const { id, version, phrases } = shown;
  const takeOut = ({ id: phraseId, text }: Phrase) =>
    doToGap(id, async () => {
      await splitPhrase(id, { version, phraseId });
      return { text: `“${text}” is a gap of its own now.` };
    });
  return (
    <section aria-labelledby="phrases-h">
      <h3 id="phrases-h">What was asked and searched for</h3>
      <ul class="plain phrases">
        {phrases.map((phrase) => (
          <li key={phrase.id}>
            <span class="as-typed">{phrase.kind === "question" ? <Asked text={phrase.text} /> : phrase.text}</span>
            <span class="small">
              {phrase.kind === "question" ? "asked" : "searched for"} {sayTimes(phrase.count)}, last{" "}
              <time dateTime={phrase.lastAt}>{sayWhen(phrase.lastAt)}</time>
              {phrases.length > 1 && (
                <>
                  {" "}
                  <button
                    class="text-btn"
                    type="button"
                    aria-label={`Take out “${phrase.text}”`}
                    onClick={() => void takeOut(phrase)}
                  >
                    Take out
                  </button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A question leads to its answers. */
function Asked({ text }: { text: string }) {
  const answers = { ...BEGINNING, view: "answers", q: text } as const;
  return (
    <a href={hrefOf(answers)} onClick={(event) => follow(event, answers)}>
      {text}
    </a>
  );
}
