import { useSignal } from "@preact/signals";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { ApiProblem } from "#site/problem.ts";
import { announce } from "../announce.ts";
import { whileBusy } from "../busy.ts";
import { conflict, currentVersion, draft, keeping, sendChanges } from "./draft-state.ts";
import { Fact, Fault, Press } from "./say.tsx";
import { makeLive } from "./setup-calls.ts";
import { goToStage, hold } from "./setup-state.ts";
import { findAllLacks, isLive, type Lack } from "./stages.ts";
import { sayMoment } from "../when.ts";
import { useAction } from "./use-action.ts";
import { setupWords as t } from "./setup.words.ts";

/** Makes the draft live. What is missing is listed, and each leads to its field. */
export function SaveSettings({ own, name }: { own: ConnectionView; name: string }) {
  const { busy, problem, run } = useAction();
  const lacks = useSignal<Lack[]>([]);
  const settings = draft.value;
  if (!settings) return null;
  const live = isLive(settings, own);
  const save = (): void => {
    lacks.value = findAllLacks(settings, own.crm);
    if (lacks.value.length > 0) return announce(sayCount(lacks.value.length));
    void run(async () => {
      await sendChanges();
      if (conflict.value || keeping.value.state === "offline" || keeping.value.state === "failed")
        throw new ApiProblem(0, { detail: t.theLastChangeHas });
      hold(await makeLive(own.id, currentVersion()));
      announce(t.savedWorksByThese(name));
    });
  };
  const found = [...lacks.value, ...(problem.value?.problem.errors ?? []).map(readLack)];
  return (
    <>
      <Lacks found={found} />
      {problem.value && found.length === 0 && <Fault>{problem.value.message}</Fault>}
      {live && own.savedAt && (
        <Fact tone="ok" word={t.live}>
          {t.savedReferralsGoTo(sayMoment(own.savedAt), name)}
        </Fact>
      )}
      <p class="acts">
        {live ? (
          <button class="btn main" type="button" onClick={() => goToStage("check")}>
            {t.goOnToCheck}
          </button>
        ) : (
          <>
            <button class="btn main" type="button" {...whileBusy(busy.value)} onClick={save}>
              {busy.value ? t.saving : t.saveAndMakeIt}
            </button>
            <span class="small">{own.saved ? t.untilThenReferralsGo : t.fromThenOnReferrals(name)}</span>
          </>
        )}
      </p>
    </>
  );
}

function Lacks({ found }: { found: Lack[] }) {
  if (found.length === 0) return null;
  return (
    <div class="lacks" role="alert">
      <p class="err is-failed">
        <b>{sayCount(found.length)}</b>
      </p>
      <ul>
        {found.map(({ stage, field, says }) => (
          <li key={`${stage} ${field} ${says}`}>
            <Press press={() => goToStage(stage, field)}>{NAMES[stage]}</Press>: {says}
          </li>
        ))}
      </ul>
    </div>
  );
}

const NAMES = { referrers: t.referrers, leads: t.leads, qualify: t.qualify };
const sayCount = (count: number): string => (count === 1 ? t.oneThingIsMissing : t.thingsAreMissing(count));

/** `leads.mapping.3.field` of the server: the stage and the field that a reader can be led to. */
function readLack({ field: path, reason }: { field: string; reason: string }): Lack {
  const [stage, field = "stage"] = path.replace(/^draft\./, "").split(".");
  const known = stage === "referrers" || stage === "leads" || stage === "qualify" ? stage : "qualify";
  return { stage: known, field, says: reason };
}
