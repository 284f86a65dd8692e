import { here } from "../dom.ts";
import { useSignal } from "@preact/signals";
import type { IntegrationId } from "#content/schema.ts";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { whileBusy } from "../busy.ts";
import { Fault } from "./say.tsx";
import { beginConnect } from "./setup-calls.ts";
import { takeReturn } from "./take-return.ts";
import { PERMISSION_WORDS } from "./setup-words.ts";
import { useAction } from "./use-action.ts";
import { setupConnectWords as t } from "./connect.words.ts";

/** The customer signs in at the CRM. */
export function ConnectOAuth({ own, name }: { own: ConnectionView; name: string }) {
  const site = useSignal(own.site);
  /** Agreed to, because what was chosen belongs to the account of before. */
  const other = useSignal(false);
  const { busy, problem, run } = useAction();
  const { sites } = own.crm;
  const failed = problem.value?.message ?? takeReturn(name);
  const connect = () =>
    run(async () => {
      const { url } = await beginConnect(own.id, {
        site: site.value,
        returnTo: `${location.pathname}#connect`,
        otherAccount: other.value,
      });
      location.assign(url);
    });
  return (
    <>
      {failed && <Fault>{failed}</Fault>}
      <p>{t.youSignInAt(name)}</p>
      {sites.length > 1 && (
        <fieldset class="policy">
          <legend>{t.which(name)}</legend>
          {sites.map(({ id, title }) => (
            <label class="pol" key={id}>
              <input
                type="radio"
                name="site"
                value={id}
                checked={site.value === id}
                onChange={() => (site.value = id)}
              />
              <span>
                <b>{title}</b>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Asked integration={own.integration} name={name} />
      {own.account && (
        <label class="tick">
          <input type="checkbox" checked={other.value} onChange={() => (other.value = !other.value)} />
          <span>{t.changeOverToAnother(own.account.name)}</span>
        </label>
      )}
      <p class="acts">
        <button class="btn main" type="button" {...whileBusy(busy.value)} onClick={() => void connect()}>
          {busy.value ? t.opening(name) : own.state === "reconnect" ? t.connectAgain(name) : t.connect(name)}
        </button>
        <span class="small">{t.takesYouToAnd(name)}</span>
      </p>
    </>
  );
}

/** Before somebody lets us in: what they will be asked for, and what stays here. */
function Asked({ integration, name }: { integration: IntegrationId; name: string }) {
  const asked = PERMISSION_WORDS[integration] ?? [];
  return (
    <div>
      <h4>{t.whatWillAskYou(name)}</h4>
      <ul>
        {asked.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="small">
        {t.keptHereTheKey(name)}{" "}
        <a href={here(`/articles/integrations/permissions-each-crm-asks-for/#${integration}`)}>
          {t.everyPermissionAndWhy}
        </a>
      </p>
    </div>
  );
}
