/** What the settings say of customers and of the operator's own apps at the CRMs. */
import type { IntegrationId } from "#content/schema.ts";

/** How tokens of the product are verified; both null: customers sign in by mail only. */
export type CustomerTokens = { secret: string | null; jwksUrl: string | null; audience: string };

/** ServiceTitan knows the operator's app by its key, the others by id and secret; what an app does not have is "". */
export type OperatorApp = { clientId: string; clientSecret: string; appKey: string };
export type OperatorApps = Partial<Record<IntegrationId, OperatorApp>>;

/** CRMs where an app has an id and a secret: `acme: "Acme"` makes the settings ACME_CLIENT_ID and ACME_CLIENT_SECRET. */
const OAUTH_APPS = { hubspot: "HubSpot", salesforce: "Salesforce", intercom: "Intercom" } as const;
export type OAuthId = keyof typeof OAUTH_APPS;
/** CRMs whose app the settings can name. */
export type AppId = OAuthId | "servicetitan";
type AppName = Uppercase<OAuthId>;
export type OAuthSetting = `${AppName}_CLIENT_${"ID" | "SECRET"}`;
type Given = { [Name in OAuthSetting | "SERVICETITAN_APP_KEY"]?: string | undefined } & {
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

/** Its id, what its settings begin with, and its name. */
export const oauthApps = () =>
  // Object.entries forgets the names of the keys, and toUpperCase what it was given
  Object.entries(OAUTH_APPS).map(([id, title]) => [id, id.toUpperCase(), title] as [OAuthId, AppName, string]);
