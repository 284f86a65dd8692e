import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import type { CustomerTokens } from "#server/core/crm-settings.ts";
import { AppError } from "#server/core/errors.ts";
import { productLinkWords as t } from "./product-link.words.ts";
import type { FromProduct } from "./workspaces.ts";

export type ProductToken = FromProduct & { jti: string; expiresAt: Date };
/** @throws AppError `unauthorized` in words for the customer, `unavailable` when the product's keys cannot be read */
export type VerifyProductToken = (token: string, now: Date) => Promise<ProductToken>;

const LONGEST_SECONDS = 10 * 60;
/** Two machines' clocks are never quite the same. */
const TOLERANCE_SECONDS = 30;

const Claims = z.object({
  sub: z.string().min(1).max(200),
  workspace: z.string().min(1).max(200),
  workspace_name: z.string().trim().min(1).max(200).optional(),
  email: z.email().max(254).toLowerCase(),
  name: z.string().trim().max(200).default(""),
  jti: z.string().min(8).max(200),
  exp: z.number(),
});

/** Null: the settings name no product, so nobody comes from one. */
export function openProductTokens({ secret, jwksUrl, audience }: CustomerTokens): VerifyProductToken | null {
  const verify = secret ? bySecret(secret) : jwksUrl ? byKeys(jwksUrl) : null;
  if (!verify) return null;
  return async (token, now) => {
    const payload = await verify(token, audience, now).catch(explain);
    const claims = Claims.safeParse(payload);
    if (!claims.success) {
      const missing = [...new Set(claims.error.issues.map(({ path }) => String(path[0])))].join(", ");
      throw lacking(missing);
    }
    const { data } = claims;
    if (data.exp * 1000 - now.getTime() > (LONGEST_SECONDS + TOLERANCE_SECONDS) * 1000) throw refuse(t.tooLong);
    return {
      workspace: data.workspace,
      workspaceName: data.workspace_name ?? null,
      subject: data.sub,
      email: data.email,
      name: data.name,
      jti: data.jti,
      expiresAt: new Date((data.exp + TOLERANCE_SECONDS) * 1000),
    };
  };
}

type Verify = (token: string, audience: string, now: Date) => Promise<JWTPayload>;

const bySecret = (secret: string): Verify => {
  const key = new TextEncoder().encode(secret);
  return async (token, audience, now) =>
    (await jwtVerify(token, key, { ...rules(audience, now), algorithms: ["HS256"] })).payload;
};

const byKeys = (url: string): Verify => {
  const keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(url), { timeoutDuration: 5000 });
  const algorithms = ["RS256", "ES256", "EdDSA"];
  return async (token, audience, now) =>
    (await jwtVerify(token, keys, { ...rules(audience, now), algorithms })).payload;
};

const rules = (audience: string, currentDate: Date) => ({
  audience,
  currentDate,
  clockTolerance: TOLERANCE_SECONDS,
  requiredClaims: ["sub", "exp", "jti"],
});

const MALFORMED = [errors.JWTInvalid, errors.JWSInvalid, errors.JOSENotSupported];

function explain(cause: unknown): never {
  if (cause instanceof errors.JWTExpired) throw refuse(t.tooOld, cause);
  if (cause instanceof errors.JWTClaimValidationFailed && cause.reason === "missing") throw lacking(cause.claim, cause);
  if (cause instanceof errors.JWTClaimValidationFailed) throw refuse(t.says(cause.claim), cause);
  if (cause instanceof errors.JWSSignatureVerificationFailed || cause instanceof errors.JOSEAlgNotAllowed)
    throw refuse(t.notSigned, cause);
  if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys)
    throw refuse(t.noKey, cause);
  if (MALFORMED.some((kind) => cause instanceof kind)) throw refuse(t.cutOff, cause);
  throw new AppError("unavailable", t.noKeys, {
    retryAfter: 10,
    cause,
  });
}

const lacking = (claims: string, cause?: unknown): AppError => refuse(t.lacks(claims), cause);

const refuse = (message: string, cause?: unknown): AppError => new AppError("unauthorized", message, { cause });
