import type { ConnectionCheck, Trace, TraceInput } from "#server/features/integrations/checks.schema.ts";
import type {
  AccessCounts,
  DeskConnectionDetail,
  DeskConnections,
  TenantDecision,
} from "#server/features/integrations/desk.schema.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";

const { connections } = api.desk;

export const listConnections = async (query: Record<string, string>): Promise<DeskConnections> =>
  readAnswer(await connections.$get({ query }));

export const readConnection = async (id: string): Promise<DeskConnectionDetail> =>
  readAnswer(await connections[":id"].$get({ param: { id } }));

/** 409 when a colleague decided meanwhile. */
export const decideTenant = async (id: string, decision: TenantDecision): Promise<DeskConnectionDetail> =>
  readAnswer(await connections[":id"].tenant.$post({ param: { id }, json: decision }));

/** Asks the CRM now; takes up to six seconds. */
export const checkNow = async (id: string): Promise<ConnectionCheck> =>
  readAnswer(await connections[":id"].check.$post({ param: { id } }));

/** Written down in the connection's history. */
export const traceContact = async (id: string, input: TraceInput): Promise<Trace> =>
  readAnswer(await connections[":id"].trace.$post({ param: { id }, json: input }));

export const countAccessRequests = async (): Promise<AccessCounts> =>
  readAnswer(await api.desk["access-requests"].$get());

export const listIntegrations = async (): Promise<{ integrations: IntegrationView[] }> =>
  readAnswer(await api.integrations.$get());
