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

/** The line of a closed stage. */
export function sumUpRule(): string {
  const own = connection.value;
  const settings = draft.value;
  if (!own || !settings?.qualify)
    return "Which stage turns a referral into a qualified one, said back to you in a sentence.";
  if (isLive(settings, own)) return "The rule is chosen, and the settings are live.";
  return own.saved ? "Your changes are not live yet." : "The rule is chosen. Save to make the settings live.";
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
      <p>Which stage in {name} means that a recommendation has become a success?</p>
      {problem && (
        <Fault>
          {name} did not give its lists. {problem.message} <Press press={again}>Try again</Press>
        </Fault>
      )}
      {!problem && !options && <p role="status">Asking {name} for its stages.</p>}
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
          {leads.existing === "skip" && " People who were passed over because of “Do nothing” never get there."}
        </p>
      )}
      <SaveSettings own={own} name={name} />
    </>
  );
}
