import type { DeskConnectionDetail } from "#server/features/integrations/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { sayDetail, sayEvent } from "./connection-words.ts";
import { Fact } from "./fact.tsx";

/** Who connected what, how the Tenant ID fared, and what was done by whom. */
export const ConnectionSide = ({ shown }: { shown: DeskConnectionDetail }) => (
  <div class="case-side">
    <Who shown={shown} />
    {shown.tenant && <Tenant tenant={shown.tenant} />}
    <section aria-labelledby="events-h">
      <h3 id="events-h">What was done</h3>
      {shown.events.length === 0 && <p>Nothing yet.</p>}
      <ul class="plain events">
        {shown.events.map(({ at, who, what, detail }) => (
          <li key={`${at} ${who} ${what}`}>
            <time dateTime={at}>{sayWhen(at)}</time> {who === "hub" ? "the hub" : who} {sayEvent(what)}
            {sayDetail(detail) && <span class="small"> {sayDetail(detail)}</span>}
          </li>
        ))}
      </ul>
    </section>
  </div>
);

function Who({ shown }: { shown: DeskConnectionDetail }) {
  const { account, crm, site, connectedAt, savedAt } = shown.view;
  return (
    <section aria-labelledby="who-h">
      <h3 id="who-h">Who</h3>
      <dl class="kv">
        <Fact name="Workspace">{shown.workspace.name}</Fact>
        {shown.ownerEmail && <Fact name="Set up by">{shown.ownerEmail}</Fact>}
        <Fact name="Account">{account ? <AccountLink {...account} /> : "none yet"}</Fact>
        {crm.sites.length > 1 && <Fact name="Site">{crm.sites.find(({ id }) => id === site)?.title ?? site}</Fact>}
        {connectedAt && <Fact name="Connected">{sayWhen(connectedAt)}</Fact>}
        <Fact name="Saved">{savedAt ? sayWhen(savedAt) : "not yet"}</Fact>
      </dl>
    </section>
  );
}

const AccountLink = ({ id, name, url }: { id: string; name: string; url: string | null }) => (
  <>
    {url ? (
      <a href={url} rel="noreferrer">
        {name}
      </a>
    ) : (
      name
    )}{" "}
    <span class="ref">{id}</span>
  </>
);

const Tenant = ({ tenant }: { tenant: NonNullable<DeskConnectionDetail["tenant"]> }) => (
  <section aria-labelledby="tenant-h">
    <h3 id="tenant-h">Tenant ID</h3>
    <dl class="kv">
      <Fact name="Number">
        <span class="ref">{tenant.tenantId}</span>
      </Fact>
      <Fact name="Submitted">{sayWhen(tenant.submittedAt)}</Fact>
      <Fact name="Now">
        {tenant.state}
        {tenant.decidedAt && `, ${sayWhen(tenant.decidedAt)}`}
      </Fact>
      {tenant.note && <Fact name="Note">{tenant.note}</Fact>}
    </dl>
  </section>
);
