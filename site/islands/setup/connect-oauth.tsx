import { useSignal } from "@preact/signals";
import type { IntegrationId } from "#content/schema.ts";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { Fault } from "./say.tsx";
import { beginConnect } from "./setup-calls.ts";
import { takeReturn } from "./take-return.ts";
import { PERMISSION_WORDS } from "./setup-words.ts";
import { useAction } from "./use-action.ts";

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
      <p>
        You sign in at {name} itself; your password never comes here. Choose the account that your referrals belong in.
      </p>
      {sites.length > 1 && (
        <fieldset class="policy">
          <legend>Which {name}?</legend>
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
          <span>Change over to another account than “{own.account.name}”</span>
        </label>
      )}
      <p class="acts">
        <button class="btn main" type="button" disabled={busy.value} onClick={() => void connect()}>
          {busy.value ? `Opening ${name}` : own.state === "reconnect" ? `Connect ${name} again` : `Connect ${name}`}
        </button>
        <span class="small">Takes you to {name}, and back here afterwards.</span>
      </p>
    </>
  );
}

/** Before somebody lets us in: what they will be asked for, and what stays here. */
function Asked({ integration, name }: { integration: IntegrationId; name: string }) {
  const asked = PERMISSION_WORDS[integration] ?? [];
  return (
    <div>
      <h4>What {name} will ask you to allow</h4>
      <ul>
        {asked.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="small">
        Kept here: the key that {name} gives us, sealed, and your account’s name. Never your password, and no list of
        your contacts.{" "}
        <a href={`/articles/integrations/permissions-each-crm-asks-for/#${integration}`}>Every permission, and why</a>
      </p>
    </div>
  );
}
