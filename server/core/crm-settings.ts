/** What the settings say of customers and of the operator's own apps at the CRMs. */
import type { IntegrationId } from "#content/schema.ts";

/** How tokens of the product are verified; both null: customers sign in by mail only. */
export type CustomerTokens = { secret: string | null; jwksUrl: string | null; audience: string };

/** ServiceTitan knows the operator's app by its key, the others by id and secret; what an app does not have is "". */
export type OperatorApp = { clientId: string; clientSecret: string; appKey: string };
export type OperatorApps = Partial<Record<IntegrationId, OperatorApp>>;

const OAUTH_APPS = { hubspot: "HUBSPOT", salesforce: "SALESFORCE", intercom: "INTERCOM" } as const;
type AppName = (typeof OAUTH_APPS)[keyof typeof OAUTH_APPS];
type Given = {
  [Name in `${AppName}_CLIENT_${"ID" | "SECRET"}` | "SERVICETITAN_APP_KEY"]?: string | undefined;
} & {
  WORKSPACE_JWT_SECRET?: string | undefined;
  WORKSPACE_JWKS_URL?: string | undefined;
  WORKSPACE_JWT_AUDIENCE?: string | undefined;
};

export const readCustomerTokens = (env: Given, publicUrl: string): CustomerTokens => ({
  secret: env.WORKSPACE_JWT_SECRET ?? null,
  jwksUrl: env.WORKSPACE_JWKS_URL ?? null,
  audience: env.WORKSPACE_JWT_AUDIENCE ?? publicUrl,
});

export function readApps(env: Given): OperatorApps {
  const apps: OperatorApps = {};
  for (const [id, name] of oauthApps()) {
    const [clientId, clientSecret] = [env[`${name}_CLIENT_ID`], env[`${name}_CLIENT_SECRET`]];
    if (clientId && clientSecret) apps[id] = { clientId, clientSecret, appKey: "" };
  }
  const appKey = env.SERVICETITAN_APP_KEY;
  if (appKey) apps.servicetitan = { clientId: "", clientSecret: "", appKey };
  return apps;
}

/** Which settings an integration's app is made of, in words; null: this hub takes none. */
export function settingsOfApp(id: IntegrationId): string | null {
  if (id === "servicetitan") return "SERVICETITAN_APP_KEY";
  const [, name] = oauthApps().find(([known]) => known === id) ?? [];
  return name ? `${name}_CLIENT_ID and ${name}_CLIENT_SECRET` : null;
}

/** An id without its secret, or the other way round, in words. */
export const findHalfApps = (env: Given): string[] =>
  oauthApps().flatMap(([, name]) => {
    const [id, secret] = [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`] as const;
    if (!env[id] === !env[secret]) return [];
    return [env[id] ? `${secret} is needed with ${id}.` : `${id} is needed with ${secret}.`];
  });

// Object.entries forgets the names of the keys
const oauthApps = () => Object.entries(OAUTH_APPS) as [keyof typeof OAUTH_APPS, AppName][];
