// PROVISIONAL: stands in until the shared file is there; drop this one when rebasing.
import { z } from "zod";
import type { Start } from "../connector.ts";
import type { OperatorApp } from "#server/core/crm-settings.ts";
import { VendorFault } from "../vendor-fault.ts";
import type { VendorFetch } from "../vendor-fetch.ts";
export function authorizeUrl(app: OperatorApp, endpoint: string, start: Start, scopes: readonly string[]): URL {
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: app.clientId,
    redirect_uri: start.redirectUri,
    state: start.state,
    code_challenge: start.challenge,
    code_challenge_method: "S256",
    scope: scopes.join(" "),
  }).toString();
  return url;
}
export const T = z.looseObject({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  scope: z.string().optional(),
});
export async function token(
  app: OperatorApp,
  fetch: VendorFetch,
  endpoint: string,
  form: Record<string, string>,
  refreshing = false,
): Promise<z.infer<typeof T>> {
  const r = await fetch(endpoint, {
    method: "POST",
    form: { ...form, client_id: app.clientId, client_secret: app.clientSecret },
  });
  if (r.status !== 200) {
    const e = z.object({ error: z.string() }).safeParse(r.body).data?.error;
    throw new VendorFault(
      e === "invalid_grant" ? (refreshing ? "revoked" : "refused") : "wrong_key",
      `${r.status} ${e ?? ""}`,
    );
  }
  const p = T.safeParse(r.body);
  if (!p.success) throw new VendorFault("unreadable", "no token");
  return p.data;
}
