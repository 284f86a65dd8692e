import { z } from "zod";
import { CaseState } from "../escalation/escalation.schema.ts";
import { CaseSummary } from "./desk.schema.ts";
import {
  CASE_SORTS,
  CHANGES_MAX,
  DEEDS,
  LISTED_STATES,
  PRIORITIES,
  SUBJECT_MAX,
  TAG_MAX,
  TAGS_MAX,
} from "./cases.values.ts";

// What is listed and changed at the desk; every route needs a signed-in agent.

/** Small letters and digits with single hyphens, in any script. */
const Tag = z
  .string()
  .trim()
  .toLowerCase()
  .max(TAG_MAX)
  .regex(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u, "use letters, digits and single hyphens");
const Id = z.string().min(1).max(80);
const Priority = z.enum(PRIORITIES);

/** `GET /api/desk/cases?…`: each part narrows the list. Who searches finds snoozed cases too. */
export const CaseQuery = z.object({
  state: z.enum(LISTED_STATES).optional(),
  /** `me`, `nobody`, or a colleague's id. */
  owner: Id.optional(),
  tag: z.string().max(TAG_MAX).optional(),
  priority: Priority.optional(),
  /** Those out of sight; without it, those in sight. */
  snoozed: z.literal("yes").optional(),
  /** Junk, which no other list has. */
  junk: z.literal("yes").optional(),
  topic: z.string().max(80).optional(),
  /** Cases with a note that names me. */
  mentioned: z.literal("me").optional(),
  /** The customer's address, or a part of it such as a domain. */
  email: z.string().trim().min(1).max(120).optional(),
  /** Cases that came before this moment, or at this one and after it. */
  before: z.iso.datetime().optional(),
  after: z.iso.datetime().optional(),
  /** `waiting` lists whoever waits for us, the longest first, `changed` the newest change first; else a case that came back from its snooze is as new as that. */
  sort: z.enum(CASE_SORTS).optional(),
  q: z.string().trim().max(120).optional(),
  cursor: z.string().max(120).optional(),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

const Fields = z
  .object({
    state: CaseState,
    /** null: nobody's. */
    ownerId: Id.nullable(),
    priority: Priority,
    snoozedUntil: z.iso.datetime().nullable(),
    /** The id or the reference of another case of the same address: this one is solved and goes on there. Opened again it stands alone. */
    mergedInto: Id.nullable(),
    /** Out of the queue and the figures, told to nobody. */
    junk: z.boolean(),
    /** All of them: what is left out is taken away. */
    tags: z.array(Tag).max(TAGS_MAX),
    /** null: the message's first words. */
    subject: z.string().trim().min(1).max(SUBJECT_MAX).nullable(),
  })
  .partial();
export type CaseFields = z.infer<typeof Fields>;

const Versioned = Fields.extend({ version: z.int32() });
const Named = Versioned.extend({ id: Id });
const changesSomething = (change: object): boolean =>
  Object.keys(change).some((key) => !["id", "version"].includes(key));
const NOTHING = "say what to change";

/** `PATCH /api/desk/cases/:id`; 409 with a `conflict` when `version` is not the stored one any more. */
export const CaseChange = Versioned.refine(changesSomething, NOTHING);
export type CaseChange = z.infer<typeof CaseChange>;
const NamedChange = Named.refine(changesSomething, NOTHING);
export type NamedChange = z.infer<typeof NamedChange>;

/** A change that was made. `undo`, sent as it is, takes it back, unless somebody changed the case since. */
export const CaseChanged = z.object({ id: Id, version: z.int32(), undo: Named });
export type CaseChanged = z.infer<typeof CaseChanged>;

export const Deed = z.enum(DEEDS);
export type Deed = z.infer<typeof Deed>;

/** A change that was not made: the case as it is now, and who did what to it last, as far as that is known. */
export const CaseConflict = z.object({ case: CaseSummary, by: z.string().nullable(), did: Deed.nullable() });
export type CaseConflict = z.infer<typeof CaseConflict>;

/** `POST /api/desk/case-changes` */
export const CaseChanges = z.object({
  changes: z
    .array(NamedChange)
    .min(1)
    .max(CHANGES_MAX)
    .refine((changes) => new Set(changes.map(({ id }) => id)).size === changes.length, "name each case once"),
});
export type CaseChanges = z.infer<typeof CaseChanges>;
/** Each case stands in one of the three. */
export const CaseChangesMade = z.object({
  changed: z.array(CaseChanged),
  conflicts: z.array(CaseConflict),
  gone: z.array(z.string()),
});
export type CaseChangesMade = z.infer<typeof CaseChangesMade>;

/** What there is to file a case under: tags in use, most used first, and the hub's topics. */
export const TagList = z.object({
  tags: z.array(z.object({ tag: z.string(), cases: z.number().int() })),
  topics: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type TagList = z.infer<typeof TagList>;

/** `GET /api/desk/events?case=`: whoever has a case open says which, and is told who else has. */
export const EventsQuery = z.object({ case: Id.optional() });

/** The data of `cases`: what was changed, by anybody, me too. */
export const CasesChanged = z.object({
  changed: z.array(z.object({ id: z.string(), version: z.int32(), by: z.string().nullable(), did: Deed.nullable() })),
});
export type CasesChanged = z.infer<typeof CasesChanged>;
/** A reply to the customer, or a note for staff. */
const Writes = z.enum(["reply", "note"]);
export type Writes = z.infer<typeof Writes>;
/** `PUT /api/desk/cases/:id/writing`: said again while it goes on, or it is taken to be over; null when it is. */
export const WritingInput = z.object({ writes: Writes.nullable() });
export type WritingInput = z.infer<typeof WritingInput>;
/** The data of `viewers`: colleagues who have the same case open, without me, and what they are writing there. */
export const CaseViewers = z.object({
  viewers: z.array(z.object({ id: z.string(), name: z.string(), writes: Writes.nullable() })),
});
export type CaseViewers = z.infer<typeof CaseViewers>;
