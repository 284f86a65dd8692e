import { useEffect, useRef } from "preact/hooks";
import type {
  ConnectionSettings,
  ConnectionView,
  HalfSettings,
} from "#server/features/integrations/integrations.schema.ts";
import { POLICY_TITLES } from "#server/features/integrations/integrations.values.ts";
import { nameOf } from "./crm-options.ts";
import { draft, settle } from "./draft-state.ts";
import { HALF_WORDS, sayProductField } from "./setup-words.ts";
import { setupMapWords as t } from "./map.words.ts";

/** Two people, or two tabs, changed the same settings: both are shown, and the reader chooses. */
export function DraftConflict({ theirs }: { theirs: ConnectionView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const mine = draft.value;
  if (!mine) return null;
  const rows = differences(mine, theirs.draft);
  return (
    <section class="note conflict" aria-labelledby="conflict-h">
      <h2 class="note-t" id="conflict-h" tabIndex={-1} ref={heading}>
        {t.changedInTwoPlaces}
      </h2>
      <p>{t.theseSettingsWereChanged}</p>
      <div class="scroll">
        <table class="both">
          <thead>
            <tr>
              <th scope="col">{t.whatDiffers}</th>
              <th scope="col">{t.here}</th>
              <th scope="col">{t.elsewhere}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ what, here, there }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{here}</td>
                <td>{there}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="acts">
        <button class="btn" type="button" onClick={() => void settle(true)}>
          {t.keepWhatIsHere}
        </button>
        <button class="btn" type="button" onClick={() => void settle(false)}>
          {t.takeTheOther}
        </button>
      </p>
    </section>
  );
}

type Difference = { what: string; here: string; there: string };

function differences(mine: ConnectionSettings, theirs: ConnectionSettings): Difference[] {
  const pairs = (["referrers", "leads"] as const).flatMap((half) => {
    const [here, there] = [tellHalf(mine[half]), tellHalf(theirs[half])];
    return Object.keys({ ...here, ...there }).map((key) => ({
      what: `${HALF_WORDS[half].title}: ${key}`,
      here: here[key] ?? t.nothing,
      there: there[key] ?? t.nothing,
    }));
  });
  const rule = { what: t.qualifiesAt, here: sayId(mine.qualify?.stage), there: sayId(theirs.qualify?.stage) };
  return [...pairs, rule].filter(({ here, there }) => here !== there);
}

function tellHalf({ on, object, pipeline, stage, mapping, existing }: HalfSettings): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { field, value } of mapping)
    fields[t.field(nameOf(field))] = "from" in value ? sayProductField(value.from) : t.text(value.text);
  return {
    [t.sentAtAll]: on ? t.yes : t.no,
    [t.kindOfRecord]: object ?? t.nothing,
    [t.pipeline]: sayId(pipeline),
    [t.stage]: sayId(stage),
    [t.knownPeople]: existing ? POLICY_TITLES[existing] : t.nothing,
    ...fields,
  };
}

const sayId = (id: string | null | undefined): string => (id ? nameOf(id) : t.nothing);
