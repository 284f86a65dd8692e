import type { ConnectionCheck, Trace, TraceInput } from "#server/features/integrations/checks.schema.ts";
import type {
  AccessCounts,
  DeskConnectionDetail,
  DeskConnections,
  TenantDecision,
} from "#server/features/integrations/desk.schema.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { readAnswer } from "#site/problem.ts";

const at = (id: string, what = ""): string => `/api/desk/connections/${encodeURIComponent(id)}${what}`;

const post = (path: string, body?: unknown): Promise<Response> =>
  fetch(path, {
    method: "POST",
    ...(body !== undefined && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  });

export const listConnections = async (query: Record<string, string>): Promise<DeskConnections> =>
  readAnswer(await fetch(`/api/desk/connections?${new URLSearchParams(query)}`));

export const readConnection = async (id: string): Promise<DeskConnectionDetail> => readAnswer(await fetch(at(id)));

/** 409 when a colleague decided meanwhile. */
export const decideTenant = async (id: string, decision: TenantDecision): Promise<DeskConnectionDetail> =>
  readAnswer(await post(at(id, "/tenant"), decision));

/** Asks the CRM now; takes up to six seconds. */
export const checkNow = async (id: string): Promise<ConnectionCheck> => readAnswer(await post(at(id, "/check")));

/** Written down in the connection's history. */
export const traceContact = async (id: string, input: TraceInput): Promise<Trace> =>
  readAnswer(await post(at(id, "/trace"), input));

export const countAccessRequests = async (): Promise<AccessCounts> =>
  readAnswer(await fetch("/api/desk/access-requests"));

export const listIntegrations = async (): Promise<{ integrations: IntegrationView[] }> =>
  readAnswer(await fetch("/api/integrations"));
