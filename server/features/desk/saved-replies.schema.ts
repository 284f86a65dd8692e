import { z } from "zod";
import { MESSAGE_MAX } from "../escalation/escalation.values.ts";
import { REPLY_TITLE_MAX, REPLY_VARIABLE, REPLY_VARIABLES } from "./saved-replies.values.ts";

const known = Object.keys(REPLY_VARIABLES);

const Body = z
  .string()
  .trim()
  .min(1)
  .max(MESSAGE_MAX)
  .superRefine((body, context) => {
    const unknown = Array.from(body.matchAll(REPLY_VARIABLE), ([, name = ""]) => name).find(
      (name) => !known.includes(name),
    );
    if (unknown === undefined) return;
    const message = `{{${unknown}}} stands for nothing. There are ${known.map((name) => `{{${name}}}`).join(", ")}.`;
    context.addIssue({ code: "custom", message });
  });

export const SavedReplyInput = z.object({ title: z.string().trim().min(1).max(REPLY_TITLE_MAX), body: Body });
export type SavedReplyInput = z.infer<typeof SavedReplyInput>;

/** 409 with `theirs` when a colleague changed it since `version`. */
export const SavedReplyChange = SavedReplyInput.extend({ version: z.int32() });
export type SavedReplyChange = z.infer<typeof SavedReplyChange>;

/** What no article says: a figure, a date or an address of the reply. */
const Doubt = z.object({ what: z.string(), kind: z.enum(["address", "date", "number"]) });
export type Doubt = z.infer<typeof Doubt>;

export const SavedReply = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  version: z.number().int(),
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
  /** Held against the articles of the build that is served. */
  doubts: z.array(Doubt),
});
export type SavedReply = z.infer<typeof SavedReply>;

/** `GET /api/desk/saved-replies`, by title. `product` is what {{product}} becomes. */
export const SavedReplyList = z.object({ replies: z.array(SavedReply), product: z.string() });
export type SavedReplyList = z.infer<typeof SavedReplyList>;
