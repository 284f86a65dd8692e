import type { CrmOptions, CrmWords, HalfSettings } from "#server/features/integrations/integrations.schema.ts";
import type { Half } from "#server/features/integrations/integrations.values.ts";
import { changeHalf } from "./draft-state.ts";
import { PipelineStage } from "./pipeline-stage.tsx";
import { HALF_WORDS } from "./setup-words.ts";
import { setupMapWords as t } from "./map.words.ts";

type Part = { half: Half; settings: HalfSettings; crm: CrmWords; name: string };

/** Only where the CRM has more than one kind of record to choose from. */
export function ObjectPicker({ half, settings, crm, name }: Part) {
  if (crm.objects.length < 2) return null;
  const choose = (id: string): void => {
    // Stages, fields and policies belong to a kind of record.
    changeHalf(half, { object: id, pipeline: null, stage: null, mapping: [], existing: null });
  };
  return (
    <fieldset class="policy" id={`${half}-object`} tabIndex={-1}>
      <legend>{t.whatBecomesIn(HALF_WORDS[half].one, name)}</legend>
      {crm.objects.map(({ id, title }) => (
        <label class="pol" key={id}>
          <input type="radio" name={`${half}-object`} checked={settings.object === id} onChange={() => choose(id)} />
          <span>
            <b>{title}</b>
          </span>
        </label>
      ))}
      {settings.mapping.length > 0 && <p class="small">{t.anotherKindHasOther}</p>}
    </fieldset>
  );
}

export function StagePicker({
  half,
  settings,
  options,
  crm,
  name,
  again,
}: Part & { options: CrmOptions; again: () => void }) {
  return (
    <>
      <h4 class="sub">{t.whereTheyStart}</h4>
      {crm.words.standsIn && <p class="small">{crm.words.standsIn}</p>}
      <PipelineStage
        prefix={half}
        value={{ pipeline: settings.pipeline, stage: settings.stage }}
        change={(place) => changeHalf(half, place)}
        pipelines={options.pipelines}
        crm={crm}
        name={name}
        again={again}
      />
    </>
  );
}
