import type { ConnectionView, CrmOptions, HalfSettings } from "#server/features/integrations/integrations.schema.ts";
import type { ExistingPolicy } from "#server/features/integrations/integrations.values.ts";
import type { Visitor } from "./visitor.ts";

/** Connects as a customer would: through the CRM's own sign-in, and back. */
export async function connect(customer: Visitor, integration: string): Promise<ConnectionView> {
  const { id } = await customer.post<ConnectionView>("/api/connections", { integration });
  const { url } = await customer.post<{ url: string }>(`/api/connections/${id}/connect`, {});
  const back = await customer.walk(url);
  if (!back.includes("connected=1")) throw new Error(`${integration} was not connected: ${back}`);
  return customer.get(`/api/connections/${id}`);
}

type Policies = { referrers: ExistingPolicy; leads: ExistingPolicy };

/** Takes what the CRM offers first and what the hub proposes, and saves it. Gives the connection's id. */
export async function save(customer: Visitor, view: ConnectionView, existing: Policies): Promise<string> {
  const { id, version, crm } = view;
  const query = new URLSearchParams({ object: crm.objects[0]?.id ?? "" });
  const options = await customer.get<CrmOptions>(`/api/connections/${id}/options?${query}`);
  const half = propose(options);
  const stages = options.pipelines.flatMap(({ id: pipeline, stages: its }) =>
    its.map((stage) => ({ pipeline, stage })),
  );
  const won = stages.find(({ stage }) => stage.won) ?? stages.at(-1);
  const draft = {
    referrers: { ...half, existing: existing.referrers },
    leads: { ...half, existing: existing.leads },
    qualify: won ? { pipeline: won.pipeline, stage: won.stage.id } : null,
  };
  const kept = await customer.put<ConnectionView>(`/api/connections/${id}/draft`, { version, draft });
  await customer.post(`/api/connections/${id}/save`, { version: kept.version });
  return id;
}

function propose({ object, pipelines, fields }: CrmOptions): Omit<HalfSettings, "existing"> {
  const pipeline = pipelines.find(({ active }) => active);
  const stage = pipeline?.stages.find(({ active }) => active);
  const mapping = fields.flatMap(({ name, writable, required, proposal }) => {
    const value = proposal ?? (required ? { text: "Referral" } : null);
    return writable && value ? [{ field: name, value }] : [];
  });
  return { on: true, object, pipeline: pipeline?.id ?? null, stage: stage?.id ?? null, mapping };
}

/** Sends a Tenant ID, which then waits at the desk. */
export async function submitTenant(customer: Visitor, tenantId: string): Promise<void> {
  const { id } = await customer.post<ConnectionView>("/api/connections", { integration: "servicetitan" });
  await customer.post(`/api/connections/${id}/tenant`, { tenantId });
}
