import { z } from "zod";
import { RetentionKind } from "#content/schema.ts";

// Read by the desk only; every route needs a signed-in admin. Addresses come in bodies: an address in a path is in logs.

/** Compared in small letters; `me+hub@example.com` is another address than `me@example.com`. */
export const AddressInput = z.object({ address: z.email("write a full e-mail address").max(254).toLowerCase() });
export const EraseInput = AddressInput.extend({ confirm: z.string().max(254).trim().toLowerCase() });

const count = z.number().int();
/** How many of each there are about an address. */
export const PersonCounts = z.object({
  cases: count,
  messages: count,
  attachments: count,
  votes: count,
  questions: count,
  searches: count,
  deliveries: count,
  accounts: count,
  sessions: count,
  /** Workspaces of their own, with the connections in them. */
  workspaces: count,
  /** Connections of others' workspaces, Tenant IDs and waiting lists that name them. */
  connections: count,
  /** Kept for a day or less: idempotency keys, limits, links to sign in. */
  passing: count,
});
export type PersonCounts = z.infer<typeof PersonCounts>;

export const PersonFound = z.object({
  address: z.string(),
  counts: PersonCounts,
  /** Cases of others in which the address stands, or into which it wrote by mail: staff decide about those. The latest twenty. */
  namedIn: z.array(z.object({ id: z.string(), reference: z.string() })),
  /** Entries of the log that name the address. The log is never changed; they go when it is cleaned. */
  inLog: count,
  /** An address of staff, or the hub's own: it cannot be erased. */
  ours: z.boolean(),
  /** The log remembers by a hash that only this hub can make. */
  erasedBefore: z.array(z.object({ at: z.iso.datetime(), by: z.string() })),
});
export type PersonFound = z.infer<typeof PersonFound>;

export const PersonErased = PersonFound.pick({ counts: true, namedIn: true, inLog: true });
export type PersonErased = z.infer<typeof PersonErased>;

export const RetentionList = z.object({
  kinds: z.array(
    z.object({
      kind: RetentionKind,
      title: z.string(),
      about: z.string(),
      days: count,
      /** Null: not yet. */
      cleanedAt: z.iso.datetime().nullable(),
      /** On the UTC day of `cleanedAt`, by all processes together. */
      deleted: count,
    }),
  ),
});
export type RetentionList = z.infer<typeof RetentionList>;
