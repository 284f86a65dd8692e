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
import { findLacks } from "./stages.ts";

/** The line of a closed stage. */
export function sumUpHalf(half: Half, name: string): string {
  const settings = draft.value?.[half];
  const crm = connection.value?.crm;
  const { who } = HALF_WORDS[half];
  if (!settings || !crm || connection.value?.state !== "connected") return `Where ${who} go in ${name}.`;
  if (!settings.on) return `No ${half} are sent to ${name}.`;
  const [lack] = findLacks(settings, crm);
  if (lack) return lack.says;
  const count = settings.mapping.length;
  const policy = settings.existing ? ` People it knows: ${POLICY_TITLES[settings.existing].toLowerCase()}.` : "";
  return `${count} ${count === 1 ? "field" : "fields"} mapped.${policy}`;
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
      <label class="sw on-off">
        <input
          id={`${half}-on`}
          type="checkbox"
          role="switch"
          checked={settings.on}
          onChange={() => changeHalf(half, { on: !settings.on })}
        />
        <i aria-hidden="true" />
        <span>
          <b>
            Send {half} to {name}
          </b>
          <span class="small">
            {" "}
            {HALF_WORDS[half].title} are {who}.
          </span>
        </span>
      </label>
      {settings.on && <ObjectPicker half={half} settings={settings} crm={own.crm} name={name} />}
      {settings.on && settings.object && <Lists half={half} object={settings.object} name={name} />}
      <GoOn
        to={half === "referrers" ? "leads" : "qualify"}
        says="Kept as a draft so far. Nothing is sent before you save in stage 5."
      />
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
        {name} did not give its lists. {problem.message} What you have chosen is kept.{" "}
        <Press press={again}>Try again</Press>
      </Fault>
    );
  if (!options) return <p role="status">Asking {name} for its lists.</p>;
  return (
    <>
      <StagePicker half={half} settings={settings} options={options} crm={own.crm} name={name} again={again} />
      <MappingTable half={half} settings={settings} options={options} name={name} again={again} />
      <PolicyPicker half={half} settings={settings} crm={own.crm} name={name} />
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
    announce("Leads now begin with the Referrers settings. Change what differs.");
  };
  return (
    <p>
      Leads have settings of their own; nothing carries over by itself.{" "}
      <Press press={take}>Start from the Referrers settings</Press>
    </p>
  );
}
