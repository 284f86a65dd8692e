import { createHash } from "node:crypto";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { z } from "zod";
import type { Hub } from "#content/schema.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError, type FieldError } from "#server/core/errors.ts";
import { HONEYPOT } from "#server/core/forms.values.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import { EscalationInput, type EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import { MESSAGE_MAX } from "#server/features/escalation/escalation.values.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import { sendBuiltPage } from "./built-page.ts";
import { contactPage, messageField, type ContactFields } from "./contact-view.ts";
import { optionalField, refuseFilled } from "./forms.ts";
import { sendPage, type PageEnv } from "./shell.ts";

type Sent = { key: string; ipKey: string; input: EscalationInput };
export type ContactPagesDeps = {
  hub: Pick<Hub, "support">;
  clock: Clock;
  knowledge: OpenKnowledge;
  createEscalation: (sent: Sent) => Promise<EscalationReceipt>;
};

const { email, message, name, articleId } = EscalationInput.shape;
/** What a browser sends; what is wrong with it is shown beside what was typed. */
const ContactForm = z.object({ email, message, name: optionalField(name), articleId: optionalField(articleId) });
const Typed = z.object({
  email: z.string().default(""),
  message: z.string().default(""),
  name: z.string().default(""),
  articleId: z.string().default(""),
  [HONEYPOT]: z.string().optional(),
});

/** Sent twice within this time, the same form is one case. */
const SAME_FORM_MS = 10 * 60 * 1000;

const Linked = z.object({ question: z.string().trim().max(MESSAGE_MAX).optional().catch(undefined) });

/**
 * Asking for a person without script. `GET /contact/?question=…` begins with what was asked; `POST /contact/` leads to
 * the receipt, or back to the form with what to mend.
 */
export const contactPages = (deps: ContactPagesDeps) =>
  new Hono<PageEnv>()
    .get("/contact/", queryParams(Linked), compress(), async (c, next) => {
      const { question } = c.req.valid("query");
      return question ? sendBuiltPage(c, "/contact/index.html", { message: messageField(question) }) : next();
    })
    .post("/contact/", formBody(Typed), async (c) => {
      const { [HONEYPOT]: trap, ...typed } = c.req.valid("form");
      const fields = { ...typed, articleId: knownArticle(deps, typed.articleId, c.req.header("referer")) };
      try {
        refuseFilled(trap);
        const input = { ...readForm(fields), trail: [] };
        const { ipKey } = c.get("visitor");
        const { receiptUrl } = await deps.createEscalation({ key: keyOf(deps, ipKey, fields), ipKey, input });
        return c.redirect(new URL(receiptUrl).pathname, 303);
      } catch (error) {
        if (!(error instanceof AppError) || error.status >= 500) throw error;
        if (error.retryAfter !== undefined) c.header("Retry-After", String(error.retryAfter));
        return sendPage(c, contactPage(fields, error, deps.hub), error.status);
      }
    });

function readForm(fields: ContactFields): z.infer<typeof ContactForm> {
  const parsed = ContactForm.safeParse(fields);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map((issue): FieldError => ({
    path: issue.path.join("."),
    message: issue.message,
  }));
  throw new AppError("bad_request", "Something is missing, or has the wrong form. It is marked below.", {
    fields: mistakes,
  });
}

/** The article that the form names, or that the link to the form named: `/contact/?article=…`. "" for none. */
function knownArticle({ knowledge }: ContactPagesDeps, named: string, referer: string | undefined): string {
  const linked = referer && URL.canParse(referer) ? new URL(referer).searchParams.get("article") : null;
  const known = [named, linked].find((id) => id && knowledge.current().articles.has(id));
  return known ?? "";
}

/** The form cannot carry a key of its own: it is built once for everybody. Who sends, when and what stand for it. */
function keyOf({ clock }: ContactPagesDeps, ipKey: string, fields: ContactFields): string {
  const window = Math.floor(clock.now().getTime() / SAME_FORM_MS);
  const hash = createHash("sha256").update(JSON.stringify([ipKey, window, fields]));
  return `form:${hash.digest("hex")}`;
}
