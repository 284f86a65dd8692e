import { eq } from "drizzle-orm";
import { speakIn } from "#content/words.ts";
import { escalations } from "#db/schema/escalation.ts";
import { AppError } from "#server/core/errors.ts";
import { oneLine } from "#server/core/one-line.ts";
import { baseOf } from "#server/knowledge/corpus.ts";
import { guessLanguage } from "#server/knowledge/guess-language.ts";
import { addMessage } from "../add-message.ts";
import { cleanFiles } from "../attachments/clean-files.ts";
import { attachmentWords } from "../attachment.values.ts";
import { caseWords as t } from "../case.words.ts";
import { createEscalation } from "../create-escalation.ts";
import { takeReply } from "../escalation.limits.ts";
import { EscalationInput, ReplyInput } from "../escalation.schema.ts";
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
  const language = kept ? kept.language : await languageOf(deps, mail);
  return speakIn(deps.speeches.of(language), () => (kept ? addToCase(deps, kept, mail) : openCase(deps, mail)));
}

/** A mail says itself which of the hub's languages it is in; null where it says too little. */
async function languageOf({ hub }: EscalationDeps, { text }: IncomingMail): Promise<string | null> {
  const guess = guessLanguage(await ownWords(text));
  return hub.languages.find((language) => baseOf(language) === guess) ?? null;
}

async function addToCase(deps: EscalationDeps, kept: Kept, mail: IncomingMail): Promise<Taken> {
  await takeReply(deps, kept.id);
  const words = await wordsOf(mail, await ownWords(mail.text));
  const isCustomer = mail.from?.address.toLowerCase() === kept.email.toLowerCase();
  const author = isCustomer ? undefined : mail.from?.address;
  const add = async (said: Words) => {
    const files = await cleanFiles(said.files);
    const message = { body: bodyOf(said), once: mail.key, author, files };
    await deps.db.transaction((tx) => addMessage(tx, deps, kept, message));
  };
  await add(words).catch((error: unknown) => {
    // the case has as many files as a case may have: the words come in all the same
    if (words.files.length === 0 || !(error instanceof AppError)) throw error;
    return add({ ...words, files: [], refused: [...words.files.map(({ name }) => name), ...words.refused] });
  });
  return { as: "reply", caseId: kept.id };
}

/** A form can ask for a whole sentence; a mail that came says what it says. */
const MailedInput = EscalationInput.extend({ message: ReplyInput.shape.body });

async function openCase(deps: EscalationDeps, mail: IncomingMail): Promise<Taken> {
  // named by its mail: marked as unread again, a year later too, it is the same case
  const id = `esc_${mail.key}`;
  const [known] = await deps.db.select({ id: escalations.id }).from(escalations).where(eq(escalations.id, id));
  if (known) return { as: "case", caseId: id };
  const words = await wordsOf(mail, mail.text);
  const input = MailedInput.safeParse({
    email: mail.from?.address,
    ...(mail.from?.name && { name: oneLine(mail.from.name, 120) }),
    ...(mail.subject && { subject: oneLine(mail.subject, SUBJECT_MAX) }),
    message: bodyOf(words),
  });
  if (!input.success) throw new AppError("unprocessable", `No case can be made of it: ${input.error.message}`);
  await createEscalation(deps, { id, key: undefined, ipKey: null, input: input.data, files: words.files });
  return { as: "case", caseId: id };
}

/** What a mail says, the files that go along, and the names of those that do not. */
type Words = { said: string; files: File[]; refused: string[] };

const WHOLE = "whole-mail.txt";

/** `own`: what counts of its text. Where that is longer than a message may be, the whole text goes along as a file. */
async function wordsOf({ text, subject, files }: IncomingMail, own: string): Promise<Words> {
  const { kept, refused } = await sortFiles(files);
  const said = own || subject || (kept.length > 0 ? t.filesAlone : t.noWord);
  if (said.length + noteOf(refused).length <= MESSAGE_MAX) return { said, files: kept, refused };
  const withWhole = await sortFiles([new File([text], WHOLE), ...files]);
  return { said, files: withWhole.kept, refused: withWhole.refused };
}

/** As a message has it: cut so that what was not kept can be named. */
function bodyOf({ said, files, refused }: Words): string {
  const note = noteOf(refused);
  const room = MESSAGE_MAX - note.length;
  if (said.length <= room) return said + note;
  const end = files.some(({ name }) => name === WHOLE) ? t.hasItAll(WHOLE) : "…";
  return said.slice(0, room - end.length).trimEnd() + end + note;
}

const noteOf = (refused: string[]): string => {
  const names = oneLine(refused.map((name) => oneLine(name, 80)).join(", "), 500);
  return names && `\n\n${t.notKept(names, attachmentWords.kinds)}`;
};
