import { createHash, randomBytes } from "node:crypto";
import type { z } from "zod";
import { localizePath } from "#content/languages.ts";
import { speech } from "#content/words.ts";
import { oauthStates } from "#db/schema/connections.ts";
import { AppError } from "#server/core/errors.ts";
import { hashSecret } from "#server/core/ids.ts";
import type { ConnectInput } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { findConnection } from "./find-connection.ts";
import { findWay, nameOf } from "./find-way.ts";
import { sealVerifier } from "./oauth-state.ts";
import { setupProblemWords as t } from "./setup-problems.words.ts";

/** A sign-in at a CRM must end within this time. */
const SIGN_IN_MS = 10 * 60_000;
type Customer = { workspaceId: string; sessionId: string };

/** Begins a sign-in at the CRM. `otherAccount`: the customer wants to change over to another account than the one of before. */
export async function beginConnect(
  integrations: Integrations,
  { workspaceId, sessionId }: Customer,
  id: string,
  { site: siteId, returnTo, otherAccount }: z.infer<typeof ConnectInput>,
): Promise<{ url: string }> {
  const { db, clock, config, sealer } = integrations;
  const row = await findConnection(integrations, workspaceId, id);
  const { connector, app, site } = findWay(integrations, { ...row, site: siteId ?? row.site });
  const [state, verifier] = [newToken(), newToken()];
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const redirectUri = redirectUriOf(config.publicUrl, row.integration);
  const url = connector.begin(app, { site, redirectUri, state, challenge });
  if (!url) {
    throw new AppError("unprocessable", t.enterKeys(nameOf(integrations, row.integration)));
  }
  await db.insert(oauthStates).values({
    stateHash: hashSecret(state),
    connectionId: id,
    workspaceId,
    sessionHash: hashSecret(sessionId),
    integration: row.integration,
    site: site.id,
    verifier: sealVerifier(sealer, id, { verifier, otherAccount }),
    returnTo: returnTo ?? localizePath(integrations.hub, speech().language, setupPath(row.integration)),
    expiresAt: new Date(clock.now().getTime() + SIGN_IN_MS),
  });
  return { url: url.href };
}

/** 256 random bits. */
const newToken = (): string => randomBytes(32).toString("base64url");

export const redirectUriOf = (publicUrl: string, integration: string): string =>
  `${publicUrl}/connect/callback/${integration}`;

/** In the hub's first language. */
export const setupPath = (integration: string): string => `/setup/${integration}/`;
