import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import type { ConnectionState } from "#server/features/integrations/integrations.values.ts";
import { sayDay } from "../when.ts";
import { ConnectOAuth } from "./connect-oauth.tsx";
import { ConnectTenant } from "./connect-tenant.tsx";
import { Disconnect } from "./disconnect.tsx";
import { Fact, Press } from "./say.tsx";
import { connection, goToStage } from "./setup-state.ts";
import { GoOn } from "./stage.tsx";
import { setupConnectWords as t } from "./connect.words.ts";

/** The line of a closed stage. */
export function sumUpConnection({ name }: IntegrationView): string {
  const own = connection.value;
  if (own?.state === "connected")
    return t.connectedTo(own.account?.name ?? name, own.connectedAt ? ` ${sayDay(own.connectedAt)}` : "");
  return STATES[own?.state ?? "new"](name);
}

const STATES: Record<Exclude<ConnectionState, "connected">, (crm: string) => string> = {
  new: (crm) => t.letUsIntoYour(crm),
  waiting: () => t.yourTenantIdWaits,
  refused: () => t.yourTenantIdWas,
  approved: () => t.yourTenantIdIs,
  reconnect: (crm) => t.doesNotLetUs(crm),
};

export function ConnectStage({ view }: { view: IntegrationView }) {
  const own = connection.value;
  const { name } = view;
  if (!own)
    return (
      <p>
        {t.firstSayThatIt(name)} <Press press={() => goToStage("choose")}>{t.begin}</Press>
      </p>
    );
  const Connect = own.crm.way === "oauth" ? ConnectOAuth : ConnectTenant;
  if (own.state !== "connected")
    return (
      <>
        {own.state === "reconnect" && (
          <Fact tone="failed" word={t.connectAgain2}>
            {t.doesNotLetUs2(name)}
          </Fact>
        )}
        <Connect own={own} name={name} />
        {own.state === "reconnect" && <Disconnect own={own} name={name} />}
      </>
    );
  return (
    <>
      <Fact tone="ok" word={t.connected}>
        {own.account && own.connectedAt
          ? t.answersAs(name, own.account.name, sayDay(own.connectedAt))
          : t.answers(name)}{" "}
        {own.account?.url && <a href={own.account.url}>{t.openItIn(name)}</a>}
      </Fact>
      <GoOn to="referrers" says={t.theListsThereAre(name)} />
      <details class="peek">
        <summary>{t.connectAgainOrAnother}</summary>
        <Connect own={own} name={name} />
      </details>
      <Disconnect own={own} name={name} />
    </>
  );
}
