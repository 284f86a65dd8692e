/**
 * What the setup asks of the server. Not by the typed client: it would be most of what an article with a block loads.
 * All throw what `toProblem` of site/problem.ts turns into words.
 */
import type { IntegrationId } from "#content/schema.ts";
import type { Me } from "#server/auth/session.routes.ts";
import type { ConnectionCheck, Trace, TraceInput } from "#server/features/integrations/checks.schema.ts";
import type {
  ConnectionSettings,
  ConnectionView,
  CrmCount,
  CrmOptions,
  IntegrationView,
} from "#server/features/integrations/integrations.schema.ts";
import { callHub, readAnswer } from "#site/problem.ts";

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const json =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  return readAnswer<T>(await callHub(`/api${path}`, { method, ...json }));
}
const at = (id: string, rest = ""): string => `/connections/${encodeURIComponent(id)}${rest}`;

export const readMe = (): Promise<Me> => call("GET", "/me");
/** With the product’s token, which is good once. */
export const enterWithToken = (token: string): Promise<Me> => call("POST", "/session", { token });
export const signOut = (): Promise<void> => call("DELETE", "/session");
export const listIntegrations = async (): Promise<IntegrationView[]> =>
  (await call<{ integrations: IntegrationView[] }>("GET", "/integrations")).integrations;
export const askForAccess = (integration: IntegrationId, email?: string): Promise<{ at: string }> =>
  call("POST", "/access-requests", { integration, ...(email && { email }) });

export const openConnection = (integration: IntegrationId): Promise<ConnectionView> =>
  call("POST", "/connections", { integration });
export const readConnection = (id: string): Promise<ConnectionView> => call("GET", at(id));
export const disconnect = (id: string): Promise<void> => call("DELETE", at(id));
/** Where the customer lets us in. */
export const beginConnect = (
  id: string,
  where: { site: string; returnTo: string; otherAccount: boolean },
): Promise<{ url: string }> => call("POST", at(id, "/connect"), where);
export const sendTenant = (id: string, tenantId: string): Promise<ConnectionView> =>
  call("POST", at(id, "/tenant"), { tenantId });
export const sendCredentials = (id: string, values: Record<string, string>): Promise<ConnectionView> =>
  call("POST", at(id, "/credentials"), { values });

export const readOptions = (id: string, object: string): Promise<CrmOptions> =>
  call("GET", at(id, `/options?${new URLSearchParams({ object })}`));
export const readCount = (id: string, object: string): Promise<CrmCount> =>
  call("GET", at(id, `/count?${new URLSearchParams({ object })}`));
/** 409 with `current` when somebody else changed it since `version`. */
export const keepDraft = (id: string, version: number, draft: ConnectionSettings): Promise<ConnectionView> =>
  call("PUT", at(id, "/draft"), { version, draft });
export const makeLive = (id: string, version: number): Promise<ConnectionView> =>
  call("POST", at(id, "/save"), { version });

export const listChecks = async (id: string): Promise<ConnectionCheck[]> =>
  (await call<{ checks: ConnectionCheck[] }>("GET", at(id, "/checks"))).checks;
export const traceContact = (id: string, input: TraceInput): Promise<Trace> => call("POST", at(id, "/trace"), input);

/** The body of the reply is an event stream. */
export async function streamCheck(id: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const reply = await callHub(`/api${at(id, "/check")}`, { headers: { accept: "text/event-stream" }, signal });
  return reply.ok && reply.body ? reply.body : readAnswer(reply);
}
