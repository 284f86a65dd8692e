/** The company's sign-in for staff. */
export type OidcSettings = { issuer: string; clientId: string; clientSecret: string };
type Given = Partial<Record<"OIDC_ISSUER" | "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET", string | undefined>>;

/** Mistakes in words: one or two of the three settings are no sign-in. */
export function findHalfOidc({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Given): string[] {
  const all = Object.entries({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET });
  const missing = all.filter(([, value]) => !value).map(([name]) => name);
  if (missing.length === 0 || missing.length === all.length) return [];
  return [
    `The three OIDC settings go together: ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing.`,
  ];
}

/** null: off. */
export function readOidc({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Given): OidcSettings | null {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET };
}
