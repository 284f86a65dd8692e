import { createHash } from "node:crypto";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { z } from "zod";
import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError, type FieldError } from "#server/core/errors.ts";
import { type FilesEnv, formWithFiles } from "#server/core/files-body.ts";
import { HONEYPOT } from "#server/core/forms.values.ts";
import { spokenHub } from "#server/core/speeches.ts";
import { queryParams } from "#server/core/validate.ts";
import { FILES_MAX } from "#server/features/escalation/attachment.values.ts";
import { EscalationInput, type EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import { MESSAGE_MAX } from "#server/features/escalation/escalation.values.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import { limitUploads } from "#server/limits/limit-uploads.ts";
import { sendBuiltPage } from "./built-page.ts";
import { contactSlots } from "./contact-slots.ts";
import { contactPage, type ContactFields } from "./contact-view.ts";
import { optionalField, refuseFilled } from "./forms.ts";
import { sendPage, type PageEnv } from "./shell.ts";
import { contactPageWords as t } from "./contact-page.words.ts";

type Sent = { key: string; keyBefore: string; ipKey: string; input: EscalationInput; files: File[] };
export type ContactPagesDeps = {
  db: Db;
  hub: Pick<Hub, "languages" | "support" | "topics" | "translations" | "product">;
  clock: Clock;
  knowledge: OpenKnowledge;
  createEscalation: (sent: Sent) => Promise<EscalationReceipt>;
};

const { email, message, name, subject, topicId, articleId } = EscalationInput.shape;
/** What a browser sends; what is wrong with it is shown beside what was typed. */
const ContactForm = z.object({
  email,
  message,
  name: optionalField(name),
  subject: optionalField(subject),
  topicId: optionalField(topicId),
  articleId: optionalField(articleId),
});
const typed = z.string().default("");
const Typed = z.object({
  email: typed,
  message: typed,
  name: typed,
  subject: typed,
  topicId: typed,
  articleId: typed,
  [HONEYPOT]: z.string().optional(),
});

/** Sent twice within this time, and up to twice as long, the same form is one case. */
const SAME_FORM_MS = 10 * 60 * 1000;
/** Bytes of all that is typed; a letter may be four of them, and a form writes each as three signs. */
const WORDS_MAX = MESSAGE_MAX * 12 + 16 * 1024;

const Linked = z.object({
  question: z.string().trim().max(MESSAGE_MAX).optional().catch(undefined),
  article: z.string().max(160).optional().catch(undefined),
  step: z.string().max(200).optional().catch(undefined),
});

/**
 * Asking for a person without script. `GET /contact/?article=…&step=…&question=…` begins with what is known; `POST /contact/`
 * leads to the receipt, or back to the form with what to mend.
 */
export const contactPages = (deps: ContactPagesDeps) =>
  new Hono<PageEnv & FilesEnv>()
    .get("/contact/", queryParams(Linked), compress(), async (c, next) => {
      const { question, article: id, step } = c.req.valid("query");
      const article = id === undefined ? undefined : deps.knowledge.current().articles.get(id);
      if (!question && !article) return next();
      return sendBuiltPage(c, "/contact/index.html", contactSlots(spokenHub(deps.hub), { question, article, step }));
    })
    .post("/contact/", limitUploads(deps), formWithFiles(Typed, { limit: WORDS_MAX, files: FILES_MAX }), async (c) => {
      const { [HONEYPOT]: trap, ...given } = c.req.valid("form");
      const fields = { ...given, articleId: knownArticle(deps, given.articleId, c.req.header("referer")) };
      const files = c.get("files");
      try {
        refuseFilled(trap);
        const input = { ...readForm(fields), trail: [] };
        const { ipKey } = c.get("visitor");
        const keys = await keysOf(deps, ipKey, fields, files);
        const { receiptUrl } = await deps.createEscalation({ ...keys, ipKey, input, files });
        return c.redirect(new URL(receiptUrl).pathname, 303);
      } catch (error) {
        if (!(error instanceof AppError) || error.status >= 500) throw error;
        if (error.retryAfter !== undefined) c.header("Retry-After", String(error.retryAfter));
        return sendPage(c, contactPage({ ...fields, files: files.length }, error, spokenHub(deps.hub)), error.status);
      }
    });

function readForm(fields: Omit<ContactFields, "files">): z.infer<typeof ContactForm> {
  const parsed = ContactForm.safeParse(fields);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map((issue): FieldError => ({
    path: issue.path.join("."),
    message: issue.message,
  }));
  throw new AppError("bad_request", t.somethingIsMissingOr, {
    fields: mistakes,
  });
}

/** The article that the form names, or that the link to the form named: `/contact/?article=…`. "" for none. */
function knownArticle({ knowledge }: ContactPagesDeps, named: string, referer: string | undefined): string {
  const linked = referer && URL.canParse(referer) ? new URL(referer).searchParams.get("article") : null;
  const known = [named, linked].find((id) => id && knowledge.current().articles.has(id));
  return known ?? "";
}

/**
 * The form cannot carry a key of its own: it is built once for everybody. Who sends, when and what stand for it; what was
 * sent at the end of a time may be sent again in the next.
 */
async function keysOf({ clock }: ContactPagesDeps, ipKey: string, fields: unknown, files: File[]) {
  const hash = createHash("sha256").update(JSON.stringify([ipKey, fields]));
  for (const file of files) hash.update(`\n${file.name}\n${file.size}\n`).update(Buffer.from(await file.arrayBuffer()));
  const form = hash.digest("hex");
  const time = Math.floor(clock.now().getTime() / SAME_FORM_MS);
  return { key: `form:${time}:${form}`, keyBefore: `form:${time - 1}:${form}` };
}
