import { z } from "zod";
import { API_SCOPE_NAMES, KEY_DAYS } from "./api-scopes.values.ts";

export const ApiScope = z.enum(API_SCOPE_NAMES);

export const ApiKeyInput = z.strictObject({
  name: z.string().trim().min(1, "give it a name").max(60),
  scopes: z
    .array(ApiScope)
    .min(1, "choose what it may do")
    .transform((scopes) => [...new Set(scopes)]),
  /** It ends by itself after so many days. */
  days: z.union(KEY_DAYS.map((days) => z.literal(days))).optional(),
});
export type ApiKeyInput = z.infer<typeof ApiKeyInput>;

/** A key as it is listed: never itself. */
export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters. */
  prefix: z.string(),
  scopes: z.array(ApiScope),
  /** The name of whoever made it. */
  madeBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  /** To the minute. */
  lastUsedAt: z.iso.datetime().nullable(),
  state: z.enum(["live", "expired", "revoked"]),
});
export type ApiKey = z.infer<typeof ApiKey>;
export const ApiKeys = z.object({ keys: z.array(ApiKey) });
export type ApiKeys = z.infer<typeof ApiKeys>;

/** The one time that the key is told. */
export const NewApiKey = z.object({ id: z.string(), key: z.string() });
export type NewApiKey = z.infer<typeof NewApiKey>;
