import { POLICY_TITLES, type Half } from "#server/features/integrations/integrations.values.ts";
import { announce } from "../announce.ts";
import { optionsOf, readAgain } from "./crm-options.ts";
import { changeHalf, draft } from "./draft-state.ts";
import { MappingTable } from "./mapping-table.tsx";
import { ObjectPicker, StagePicker } from "./place-pickers.tsx";
import { PolicyPicker } from "./policy-picker.tsx";
import { Fault, Press } from "./say.tsx";
import { connection } from "./setup-state.ts";
import { HALF_WORDS } from "./setup-words.ts";
import { ConnectFirst, GoOn } from "./stage.tsx";
import { findLacks, lower } from "./stages.ts";
import { setupMapWords as t } from "./map.words.ts";

/** The line of a closed stage. */
export function sumUpHalf(half: Half, name: string): string {
  const settings = draft.value?.[half];
  const crm = connection.value?.crm;
  const { who } = HALF_WORDS[half];
  if (!settings || !crm || connection.value?.state !== "connected") return t.whereGoIn(who, name);
  if (!settings.on) return t.noAreSentTo(HALF_WORDS[half].many, name);
  const [lack] = findLacks(settings, crm);
  if (lack) return lack.says;
  const count = settings.mapping.length;
  const policy = settings.existing ? t.peopleItKnows(lower(POLICY_TITLES[settings.existing])) : "";
  return t.mapped(count, policy);
}

/** Referrers or leads: where they go, what goes into which field, and what happens to people the CRM has already. */
export function HalfStage({ half, name }: { half: Half; name: string }) {
  const own = connection.value;
  const settings = draft.value?.[half];
  if (!own || !settings || own.state !== "connected") return <ConnectFirst name={name} />;
  const { who } = HALF_WORDS[half];
  return (
    <>
      {half === "leads" && <FromReferrers />}
      <label class="sw covered on-off">
        <input
          id={`${half}-on`}
          type="checkbox"
          role="switch"
          checked={settings.on}
          onChange={() => changeHalf(half, { on: !settings.on })}
        />
        <i aria-hidden="true" />
        <span>
          <b>{t.sendTo(HALF_WORDS[half].many, name)}</b>
          <span class="small"> {t.are(HALF_WORDS[half].title, who)}</span>
        </span>
      </label>
      {settings.on && <ObjectPicker half={half} settings={settings} crm={own.crm} name={name} />}
      {settings.on && settings.object && <Lists half={half} object={settings.object} name={name} />}
      <GoOn to={half === "referrers" ? "leads" : "qualify"} says={t.keptAsADraft} />
    </>
  );
}

/** What is filled from the CRM itself. */
function Lists({ half, object, name }: { half: Half; object: string; name: string }) {
  const own = connection.value;
  const settings = draft.value?.[half];
  if (!own || !settings) return null;
  const { options, problem } = optionsOf(own.id, object).value;
  const again = () => void readAgain(own.id, object);
  if (problem)
    return (
      <Fault>
        {t.didNotGiveIts(name, problem.message)} <Press press={again}>{t.tryAgain}</Press>
      </Fault>
    );
  if (!options) return <p role="status">{t.askingForItsLists(name)}</p>;
  return (
    <>
      <StagePicker half={half} settings={settings} options={options} crm={own.crm} name={name} again={again} />
      <MappingTable half={half} settings={settings} options={options} name={name} again={again} />
      <PolicyPicker half={half} settings={settings} own={own} name={name} />
    </>
  );
}

/** Leads never take over the referrers' settings by themselves. */
function FromReferrers() {
  const settings = draft.value;
  const begun = settings && (settings.leads.stage !== null || settings.leads.mapping.length > 0);
  if (!settings || begun || settings.referrers.mapping.length === 0) return null;
  const take = (): void => {
    changeHalf("leads", settings.referrers);
    announce(t.leadsNowBeginWith);
  };
  return (
    <p>
      {t.leadsHaveSettingsOf} <Press press={take}>{t.startFromTheReferrers}</Press>
    </p>
  );
}
