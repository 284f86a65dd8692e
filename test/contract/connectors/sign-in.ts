import { createHash, randomBytes } from "node:crypto";
import type { OperatorApp } from "#server/core/crm-settings.ts";
import type { Connector, Finish, Grant, Site } from "#server/features/integrations/connector.ts";
import { openVendorFetch } from "#server/features/integrations/open-vendor-fetch.ts";

/** Signs in at an emulator as a person would who says yes. `change`: what is otherwise when they come back. */
export async function signIn(
  connector: Connector,
  app: OperatorApp,
  site: Site,
  change: { state?: string; verifier?: string; app?: OperatorApp } = {},
): Promise<Grant> {
  const [redirectUri, state, verifier] = ["https://hub.example.com/back", "state-1", newVerifier()];
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const start = connector.begin(app, { site, redirectUri, state, challenge });
  const reply = await fetch(start ?? "", { redirect: "manual" });
  const callbackUrl = new URL(reply.headers.get("location") ?? "");
  const answer: Finish = { kind: "callback", site, callbackUrl, redirectUri, state, verifier, ...change };
  return connector.finish(change.app ?? app, openVendorFetch(), answer);
}

export const newVerifier = (): string => randomBytes(32).toString("base64url");
