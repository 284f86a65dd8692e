import type { ConnectionView, HalfSettings } from "#server/features/integrations/integrations.schema.ts";
import { POLICY_TITLES, type Half } from "#server/features/integrations/integrations.values.ts";
import { changeHalf } from "./draft-state.ts";
import { KnownPeople } from "./known-people.tsx";
import { POLICY_WORDS } from "./setup-words.ts";
import { lower } from "./stages.ts";
import { setupMapWords as t } from "./map.words.ts";

/** What happens to people whom the CRM has already: only what the CRM allows, each with its consequence. */
export function PolicyPicker({
  half,
  settings,
  own: { id, crm },
  name,
}: {
  half: Half;
  settings: HalfSettings;
  own: ConnectionView;
  name: string;
}) {
  const object = crm.objects.find((kind) => kind.id === settings.object);
  if (!object) return null;
  const { policies, title } = object;
  if (policies.length === 0) return <p class="small">{t.eachReferralBecomesA(lower(title), name)}</p>;
  return (
    <fieldset class="policy" id={`${half}-existing`} tabIndex={-1}>
      <legend>{t.whenKnowsThePerson(name)}</legend>
      {policies.map((policy) => (
        <label class="pol" key={policy}>
          <input
            type="radio"
            name={`${half}-existing`}
            value={policy}
            checked={settings.existing === policy}
            onChange={() => changeHalf(half, { existing: policy })}
          />
          <span>
            <b>{POLICY_TITLES[policy]}</b>
            <span class="pol-t">{POLICY_WORDS[policy](name)}</span>
          </span>
        </label>
      ))}
      {!policies.includes("duplicate") && <p class="small">{t.keepsOne(name, lower(title))}</p>}
      <KnownPeople id={id} object={object.id} name={name} />
    </fieldset>
  );
}
