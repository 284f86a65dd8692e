import type { CrmOptions, CrmWords } from "#server/features/integrations/integrations.schema.ts";
import { Fault, Press } from "./say.tsx";
import { lower } from "./stages.ts";
import { setupMapWords as t } from "./map.words.ts";

type Place = { pipeline: string | null; stage: string | null };
type Props = {
  /** Begins the fields' ids: the stage of the setup. */
  prefix: string;
  value: Place;
  change: (place: Place) => void;
  pipelines: CrmOptions["pipelines"];
  crm: CrmWords;
  name: string;
  again: () => void;
};

/** A pipeline and a stage of it, or a stage alone where the CRM has no pipelines. */
export function PipelineStage({ prefix, value, change, pipelines, crm, name, again }: Props) {
  const { words } = crm;
  const offered = pipelines.filter(({ active, id }) => active || id === value.pipeline);
  const [first] = offered;
  const chosen = pipelines.find(({ id }) => id === value.pipeline) ?? (offered.length === 1 ? first : undefined);
  const stages = chosen?.stages.filter(({ active, id }) => active || id === value.stage) ?? [];
  const lostPipeline = value.pipeline !== null && value.pipeline !== "" && !chosen?.active;
  const lostStage = value.stage !== null && !chosen?.stages.some(({ id, active }) => id === value.stage && active);
  if (!first) return <NoPipelines word={lower(words.pipeline ?? words.stage)} name={name} again={again} />;
  return (
    <>
      <div class="pair">
        {words.pipeline && (
          <PipelineSelect
            id={`${prefix}-pipeline`}
            label={words.pipeline}
            offered={offered}
            chosen={chosen}
            lost={lostPipeline}
            change={change}
          />
        )}
        <label class="stack">
          {words.stage}
          <select
            id={`${prefix}-stage`}
            value={value.stage ?? ""}
            disabled={!chosen}
            aria-invalid={lostStage ? "true" : undefined}
            aria-describedby={lostStage ? `${prefix}-stage-fault` : undefined}
            onChange={({ currentTarget }) =>
              change({ pipeline: chosen?.id ?? null, stage: currentTarget.value || null })
            }
          >
            <option value="">{chosen ? t.chooseOne : t.chooseTheFirst(lower(words.pipeline ?? ""))}</option>
            {lostStage && !stages.some(({ id }) => id === value.stage) && (
              <option value={value.stage ?? ""}>{t.noLongerThere}</option>
            )}
            {stages.map(({ id, label, active, won }) => (
              <option key={id} value={id}>
                {active ? (won ? t.won(label) : label) : t.gone(label)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {lostStage && <Fault id={`${prefix}-stage-fault`}>{t.theThatYouChose(lower(words.stage), name)}</Fault>}
    </>
  );
}

type SelectProps = {
  id: string;
  label: string;
  offered: CrmOptions["pipelines"];
  chosen: CrmOptions["pipelines"][number] | undefined;
  lost: boolean;
  change: (place: Place) => void;
};

/** Another pipeline has other stages: the stage is chosen anew. */
const PipelineSelect = ({ id, label, offered, chosen, lost, change }: SelectProps) => (
  <label class="stack">
    {label}
    <select
      id={id}
      value={chosen?.id ?? ""}
      aria-invalid={lost ? "true" : undefined}
      onChange={({ currentTarget }) => change({ pipeline: currentTarget.value || null, stage: null })}
    >
      {!chosen && <option value="">{t.chooseOne}</option>}
      {offered.map((pipeline) => (
        <option key={pipeline.id} value={pipeline.id}>
          {pipeline.active ? pipeline.label : t.gone(pipeline.label)}
        </option>
      ))}
    </select>
  </label>
);

const NoPipelines = ({ word, name, again }: { word: string; name: string; again: () => void }) => (
  <Fault>
    {t.hasNoThatThis(name, word)} <Press press={again}>{t.readTheListAgain}</Press>.
  </Fault>
);
