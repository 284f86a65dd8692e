import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import type { ConnectionState } from "#server/features/integrations/integrations.values.ts";
import { sayDay } from "../when.ts";
import { ConnectOAuth } from "./connect-oauth.tsx";
import { ConnectTenant } from "./connect-tenant.tsx";
import { Disconnect } from "./disconnect.tsx";
import { Fact } from "./say.tsx";
import { connection, goTo } from "./setup-state.ts";
import { GoOn } from "./stage.tsx";

/** The line of a closed stage. */
export function sumUpConnection({ name }: IntegrationView): string {
  const own = connection.value;
  if (own?.state === "connected")
    return `Connected to ${own.account?.name ?? name}${own.connectedAt ? ` ${sayDay(own.connectedAt)}` : ""}.`;
  return STATES[own?.state ?? "new"](name);
}

const STATES: Record<Exclude<ConnectionState, "connected">, (crm: string) => string> = {
  new: (crm) => `Let us into your ${crm}.`,
  waiting: () => "Your Tenant ID waits for approval.",
  refused: () => "Your Tenant ID was not approved.",
  approved: () => "Your Tenant ID is approved. Three values are left to enter.",
  reconnect: (crm) => `${crm} does not let us in any more.`,
};

export function ConnectStage({ view }: { view: IntegrationView }) {
  const own = connection.value;
  const { name } = view;
  if (!own)
    return (
      <p>
        First say that it is {name}.{" "}
        <button class="text-btn" type="button" onClick={() => goTo("choose")}>
          Begin
        </button>
      </p>
    );
  const Connect = own.crm.way === "oauth" ? ConnectOAuth : ConnectTenant;
  if (own.state !== "connected")
    return (
      <>
        {own.state === "reconnect" && (
          <Fact tone="failed" word="Connect again.">
            {name} does not let us in any more: the app was removed there, or the login behind it was switched off. Your
            settings are kept; nothing is sent until you have connected again.
          </Fact>
        )}
        <Connect own={own} name={name} />
        {own.state === "reconnect" && <Disconnect own={own} name={name} />}
      </>
    );
  return (
    <>
      <Fact tone="ok" word="Connected.">
        {name} answers{own.account && <> as “{own.account.name}”</>}
        {own.connectedAt && `, connected ${sayDay(own.connectedAt)}`}.{" "}
        {own.account?.url && <a href={own.account.url}>Open it in {name}</a>}
      </Fact>
      <GoOn to="referrers" says={`The lists there are read from this ${name}.`} />
      <details class="peek">
        <summary>Connect again, or another account</summary>
        <Connect own={own} name={name} />
      </details>
      <Disconnect own={own} name={name} />
    </>
  );
}
