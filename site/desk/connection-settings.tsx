import type { ConnectionView, HalfSettings } from "#server/features/integrations/integrations.schema.ts";
import type { Half } from "#server/features/integrations/integrations.values.ts";
import { POLICIES, sayObject, sayValue } from "./connection-words.ts";
import { Fact } from "./fact.tsx";

const TITLES: Record<Half, string> = { referrers: "Referrers", leads: "Leads" };

/** The settings in words: those that are live, or the draft where nothing was saved yet. */
export function Settings({ view }: { view: ConnectionView }) {
  const shown = view.saved ?? view.draft;
  const changed = view.saved && JSON.stringify(view.saved) !== JSON.stringify(view.draft);
  const { qualify } = shown;
  return (
    <section class="settings" aria-labelledby="settings-h">
      <h3 id="settings-h">Settings</h3>
      <p class="small">
        {view.saved ? "What the product works by." : "A draft: nothing was saved yet, so nothing is sent."}
        {changed && " The customer has a draft beside it that is not saved."}
      </p>
      <HalfInWords half="referrers" settings={shown.referrers} view={view} />
      <HalfInWords half="leads" settings={shown.leads} view={view} />
      <h4>Qualifying</h4>
      <p>
        {qualify
          ? `A referral qualifies when it reaches ${joinStage(view, qualify)}.`
          : "Nothing qualifies a referral yet: it has not been chosen."}
      </p>
    </section>
  );
}

type HalfProps = { half: Half; settings: HalfSettings; view: ConnectionView };

function HalfInWords({ half, settings, view }: HalfProps) {
  const { on, object, pipeline, stage, existing, mapping } = settings;
  if (!on)
    return (
      <>
        <h4>{TITLES[half]}</h4>
        <p>Not sent to the CRM.</p>
      </>
    );
  return (
    <>
      <h4>{TITLES[half]}</h4>
      <dl class="kv">
        <Fact name="Become">{sayObject(view.crm, object)}</Fact>
        <Fact name="Begin at">{stage ? joinStage(view, { pipeline: pipeline ?? "", stage }) : "not chosen"}</Fact>
        {existing && <Fact name="Existing">{POLICIES[existing]}</Fact>}
        <Fact name="Fields">
          {mapping.length === 0 && "none mapped"}
          <ul class="plain">
            {mapping.map((each) => (
              <li key={each.field}>
                <span class="ref">{each.field}</span>: {sayValue(each)}
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </>
  );
}

/** “Deal stage won, in sales”, in the CRM's own words. */
function joinStage({ crm }: ConnectionView, { pipeline, stage }: { pipeline: string; stage: string }): string {
  const name = `${crm.words.stage} “${stage}”`;
  return crm.words.pipeline && pipeline ? `${name}, ${crm.words.pipeline} “${pipeline}”` : name;
}
