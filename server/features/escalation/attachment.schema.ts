import { z } from "zod";
import { ATTACHMENT_TYPES } from "./attachment.values.ts";

/** A file at a case, without its content. `messageId`: what it came with; null for the case's own first message. */
export const Attachment = z.object({
  id: z.string(),
  messageId: z.string().nullable(),
  from: z.enum(["customer", "agent"]),
  name: z.string(),
  mediaType: z.enum(ATTACHMENT_TYPES),
  /** Bytes. */
  size: z.number().int(),
  at: z.iso.datetime(),
});
export type Attachment = z.infer<typeof Attachment>;
