import { z } from "zod";

export const LogQuery = z.object({
  /** Whose deeds. */
  by: z.string().min(1).max(80).optional(),
  /** What an action begins with. */
  kind: z
    .string()
    .regex(/^[a-z-]{1,30}$/, "use a word such as case or staff")
    .optional(),
  /** What it was done to. */
  object: z.string().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});
export type LogQuery = z.infer<typeof LogQuery>;

export const LogEntry = z.object({
  id: z.string(),
  at: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  action: z.string(),
  objectId: z.string().nullable(),
  /** What people call it: a case's reference, a gap's title, a webhook's address. */
  reference: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
});
export type LogEntry = z.infer<typeof LogEntry>;

export const Log = z.object({
  items: z.array(LogEntry),
  next: z.string().nullable(),
  /** Who has an account now, for the filter. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What there is, for the filter. */
  kinds: z.array(z.string()),
});
export type Log = z.infer<typeof Log>;
