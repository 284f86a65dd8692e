import { useSignal } from "@preact/signals";
import { optionsOf, readAgain } from "./crm-options.ts";
import { changeDraft, draft } from "./draft-state.ts";
import { PipelineStage } from "./pipeline-stage.tsx";
import { sayRule } from "./rule-words.ts";
import { SaveSettings } from "./save-settings.tsx";
import { Fault, Press } from "./say.tsx";
import { connection } from "./setup-state.ts";
import { ConnectFirst } from "./stage.tsx";
import { isLive } from "./stages.ts";
import { setupMapWords as t } from "./map.words.ts";

/** The line of a closed stage. */
export function sumUpRule(): string {
  const own = connection.value;
  const settings = draft.value;
  if (!own || !settings?.qualify) return t.whichStageTurnsA;
  if (isLive(settings, own)) return t.theRuleIsChosen;
  return own.saved ? t.yourChangesAreNot : t.theRuleIsChosen2;
}

export function QualifyStage({ name }: { name: string }) {
  /** A pipeline is no rule yet: it waits here for its stage. */
  const pipeline = useSignal<string | null>(null);
  const own = connection.value;
  const settings = draft.value;
  if (!own || !settings || own.state !== "connected") return <ConnectFirst name={name} />;
  const object = settings.leads.object ?? own.crm.objects[0]?.id ?? "";
  const { options, problem } = optionsOf(own.id, object).value;
  const again = () => void readAgain(own.id, object);
  const { qualify, leads } = settings;
  const rule = sayRule(qualify, own.crm, options?.pipelines ?? []);
  return (
    <>
      <p>{t.whichStageInMeans(name)}</p>
      {problem && (
        <Fault>
          {t.didNotGiveIts2(name, problem.message)} <Press press={again}>{t.tryAgain}</Press>
        </Fault>
      )}
      {!problem && !options && <p role="status">{t.askingForItsStages(name)}</p>}
      {options && (
        <PipelineStage
          prefix="qualify"
          value={{
            pipeline: pipeline.value ?? qualify?.pipeline ?? null,
            stage: pipeline.value === null ? (qualify?.stage ?? null) : null,
          }}
          change={({ pipeline: place, stage }) => {
            pipeline.value = stage ? null : place;
            changeDraft({ qualify: stage ? { pipeline: place ?? "", stage } : null });
          }}
          pipelines={options.pipelines}
          crm={own.crm}
          name={name}
          again={again}
        />
      )}
      {rule && (
        <p class="rule">
          <b>{rule}</b>
          {leads.existing === "skip" && t.peopleWhoWerePassed}
        </p>
      )}
      <SaveSettings own={own} name={name} />
    </>
  );
}
