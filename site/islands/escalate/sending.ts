import { signal, type ReadonlySignal } from "@preact/signals";
import type { EscalationInput } from "#server/features/escalation/escalation.schema.ts";
import { toProblem } from "#site/problem.ts";
import { goTo } from "../go-to.ts";
import { SENT, tell, type Sent } from "../outcomes.ts";
import { chooseItems, type Group } from "./along.ts";
import type { Context } from "./context.ts";
import { changeDraft, draft, forgetDraft, isStillThere, nextAttempt } from "./draft.ts";
import { filesOf, showFaults } from "./fields.ts";
import { sendWithProof } from "./send-with-proof.ts";

/** `waiting`: for a connection. */
export type Sending =
  | { state: "idle" }
  | { state: "sending" }
  | { state: "waiting" }
  | { state: "failed"; says: string };
export const sending = signal<Sending>({ state: "idle" });

type Request = { form: HTMLFormElement; context: Context; groups: ReadonlySignal<Group[]> };
type Attempt = { key: string; body: EscalationInput };

/** What sends the form: at once, or as soon as there is a connection; also what a reload found waiting. */
export function followSending(request: Request, shown: AbortSignal): () => void {
  sending.value = { state: "idle" };
  // files are not kept over a reload: who chose some must choose them again
  if (draft.value.files.length > 0) changeDraft({ waiting: false });
  // what waited before a reload goes as it was, wherever this page was opened from
  let kept = draft.value.waiting ? draft.value.attempt : null;
  request.form.addEventListener("input", () => (kept = null));
  const sendWaiting = (): void => {
    if (draft.value.waiting) void sendForm(request, kept);
  };
  addEventListener("online", sendWaiting, { signal: shown });
  sendWaiting();
  return () => void sendForm(request);
}

export function stopWaiting(): void {
  changeDraft({ waiting: false });
  sending.value = { state: "idle" };
}

async function sendForm(request: Request, kept: Attempt | null = null): Promise<void> {
  if (sending.value.state === "sending") return;
  const files = filesOf(request.form);
  const fresh = writeEscalation(request);
  const { key, body } = kept && isStillThere(kept.body, fresh) ? kept : nextAttempt(fresh, files);
  if (!navigator.onLine) return wait();
  sending.value = { state: "sending" };
  try {
    const { reference, receiptUrl } = await sendWithProof(body, key, files);
    forgetDraft();
    // The receipt is on this hub, by whichever name the reader called it, and in their language already.
    const { pathname } = new URL(receiptUrl, location.href);
    tell<Sent>(SENT, { reference, receiptUrl: pathname });
    goTo(pathname);
  } catch (error) {
    await takeRefusal(request, error);
  }
}

function wait(): void {
  changeDraft({ waiting: true });
  sending.value = { state: "waiting" };
}

async function takeRefusal(request: Request, error: unknown): Promise<void> {
  const problem = toProblem(error);
  if (problem.code === "offline" && !navigator.onLine) return wait();
  changeDraft({ waiting: false });
  if (problem.code === "not_found" && !draft.value.off.includes("where")) return sendWithoutPlace(request);
  const elsewhere = showFaults(request.form, problem.problem.errors ?? []);
  const faults = elsewhere.map(({ field, reason }) => `${field}: ${reason}`).join(" ");
  sending.value = { state: "failed", says: [problem.message, faults].filter(Boolean).join(" ") };
}

/** The article is gone since it was read: the rest is worth sending all the same. */
async function sendWithoutPlace(request: Request): Promise<void> {
  changeDraft({ off: [...draft.value.off, "where"] });
  sending.value = { state: "idle" };
  await sendForm(request);
}

function writeEscalation({ context: { article, step }, groups }: Request): EscalationInput {
  const { message, subject, topicId, email, name, off } = draft.value;
  const where = article && !off.includes("where");
  return {
    email: email.trim(),
    message: message.trim(),
    ...(name.trim() && { name: name.trim() }),
    ...(subject.trim() && { subject: subject.trim() }),
    ...(topicId && { topicId }),
    ...(where && { articleId: article.id, url: step ? `${article.url}#${step.id}` : article.url }),
    trail: chooseItems(groups.value, new Set(off)).slice(-200),
  };
}
