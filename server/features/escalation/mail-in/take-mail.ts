import { eq } from "drizzle-orm";
import { escalations } from "#db/schema/escalation.ts";
import { AppError } from "#server/core/errors.ts";
import { oneLine } from "#server/core/one-line.ts";
import { addMessage } from "../add-message.ts";
import { cleanFiles } from "../attachments/clean-files.ts";
import { ATTACHMENT_KINDS } from "../attachment.values.ts";
import { createEscalation } from "../create-escalation.ts";
import { takeReply } from "../escalation.limits.ts";
import { EscalationInput } from "../escalation.schema.ts";
import { MESSAGE_MAX, SUBJECT_MAX } from "../escalation.values.ts";
import type { EscalationDeps } from "../open-escalation.ts";
import { findCase } from "./find-case.ts";
import { ownWords } from "./own-words.ts";
import type { IncomingMail } from "./read-mail.ts";
import { sortFiles } from "./sort-files.ts";

/** What became of a mail. */
export type Taken = { as: "reply" | "case"; caseId: string } | { as: "ignored" };
type Kept = typeof escalations.$inferSelect;

/**
 * A person's answer goes into its case, any other mail of a person becomes one; taken twice, it is there once.
 * @throws AppError "limited" where it must wait, others for what can never be taken
 */
export async function takeMail(deps: EscalationDeps, mail: IncomingMail): Promise<Taken> {
  if (mail.automatic || !mail.from || deps.replyAddresses?.isOurs(mail.from.address)) return { as: "ignored" };
  const caseId = await findCase(deps, mail);
  const [kept] = caseId ? await deps.db.select().from(escalations).where(eq(escalations.id, caseId)) : [];
  return kept ? addToCase(deps, kept, mail) : openCase(deps, mail);
}

async function addToCase(deps: EscalationDeps, kept: Kept, mail: IncomingMail): Promise<Taken> {
  await takeReply(deps, kept.id);
  const words = await wordsOf({ ...mail, text: ownWords(mail.text) });
  const isCustomer = mail.from?.address.toLowerCase() === kept.email.toLowerCase();
  const author = isCustomer ? undefined : mail.from?.address;
  const message = { body: words.text, once: mail.key, author };
  const files = await cleanFiles(words.files);
  const add = (said: typeof message, along: typeof files) =>
    deps.db.transaction((tx) => addMessage(tx, deps, kept, { ...said, files: along }));
  await add(message, files).catch((error: unknown) => {
    // the case has as many files as a case may have: the words come in all the same
    if (files.length === 0 || !(error instanceof AppError)) throw error;
    const body = withNote(
      message.body,
      words.files.map(({ name }) => name),
    );
    return add({ ...message, body }, []);
  });
  return { as: "reply", caseId: kept.id };
}

async function openCase(deps: EscalationDeps, mail: IncomingMail): Promise<Taken> {
  const words = await wordsOf(mail);
  const input = EscalationInput.safeParse({
    email: mail.from?.address,
    ...(mail.from?.name && { name: oneLine(mail.from.name, 120) }),
    ...(mail.subject && { subject: oneLine(mail.subject, SUBJECT_MAX) }),
    message: words.text,
  });
  if (!input.success) throw new AppError("unprocessable", `No case can be made of it: ${input.error.message}`);
  const { id } = await createEscalation(deps, {
    key: `mail:${mail.key}`,
    ipKey: null,
    input: input.data,
    files: words.files,
  });
  return { as: "case", caseId: id };
}

/** What a mail says, as long as a message may be; of a longer one the whole goes along as a file. */
async function wordsOf({ text, subject, files }: Pick<IncomingMail, "text" | "subject" | "files">) {
  const long = text.length > MESSAGE_MAX;
  const whole = long ? [new File([text], "whole-mail.txt")] : [];
  const { kept, refused } = await sortFiles([...whole, ...files]);
  const said = text || subject || (kept.length > 0 ? "Files, without a word." : "A mail without a word.");
  return { text: withNote(said, refused), files: kept };
}

/** The text, cut so that what follows fits: what came along and is not kept. */
function withNote(text: string, refused: string[]): string {
  const names = refused.map((name) => oneLine(name, 80)).join(", ");
  const note =
    names && `\n\n[Not kept: ${oneLine(names, 500)}. A message takes 5 ${ATTACHMENT_KINDS}, of 5 MB at most.]`;
  const room = MESSAGE_MAX - note.length;
  const cut = text.length > room ? `${text.slice(0, room - 30).trimEnd()}… [whole-mail.txt has it all]` : text;
  return cut + note;
}
