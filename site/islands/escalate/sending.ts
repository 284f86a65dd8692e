import { signal, type ReadonlySignal } from "@preact/signals";
import type { EscalationInput } from "#server/features/escalation/escalation.schema.ts";
import { toProblem } from "#site/problem.ts";
import { hearWork } from "../busy.ts";
import { goTo } from "../go-to.ts";
import { SENT, tell, type Sent } from "../outcomes.ts";
import { chooseItems, type Group } from "./along.ts";
import type { Context } from "./context.ts";
import { changeDraft, draft, forgetDraft, isStillThere, nextAttempt } from "./draft.ts";
import { emptyFields, filesOf, findField, showFaults } from "./fields.ts";
import { considerMessage } from "./first.tsx";
import { sendWithProof } from "./send-with-proof.ts";

/** `waiting`: for a connection. `sent`: the receipt is on its way. */
export type Sending =
  | { state: "idle" }
  | { state: "sending" }
  | { state: "sent" }
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
  request.form.addEventListener("input", () => {
    kept = null;
    beginAnew();
  });
  addEventListener("pageshow", beginAnew, { signal: shown });
  const sendWaiting = (): void => {
    if (draft.value.waiting) void sendForm(request, kept);
  };
  addEventListener("online", sendWaiting, { signal: shown });
  sendWaiting();
  return () => void sendForm(request);
}

/** After one that was sent: the browser may have kept this page for whoever comes back. */
function beginAnew(): void {
  if (sending.value.state === "sent") sending.value = { state: "idle" };
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
  if (!navigator.onLine) return wait(request);
  sending.value = { state: "sending" };
  try {
    const { reference, receiptUrl } = await hearWork(sendWithProof(body, key, files));
    letGo(request);
    // The receipt is on this hub, by whichever name the reader called it, and in their language already.
    const { pathname } = new URL(receiptUrl, location.href);
    tell<Sent>(SENT, { reference, receiptUrl: pathname });
    goTo(pathname);
  } catch (error) {
    await takeRefusal(request, error);
  }
}

/** What was sent is no draft any more. Another question that this page was opened with while that one waited is the next. */
function letGo({ form, context }: Request): void {
  sending.value = { state: "sent" };
  emptyFields(form);
  forgetDraft(); // and shows the switches on again, which the form's reset has put off
  considerMessage("", undefined);
  const address = new URL(location.href);
  const question = address.searchParams.get("question");
  const message = findField(form, "message");
  if (question && message && question !== context.question) {
    message.value = question;
    changeDraft({ message: question, proposed: { message: question } });
  } else {
    address.searchParams.delete("question");
    history.replaceState(history.state, "", address);
  }
}

function wait({ context }: Request): void {
  changeDraft({ waiting: true, from: context });
  sending.value = { state: "waiting" };
}

async function takeRefusal(request: Request, error: unknown): Promise<void> {
  const problem = toProblem(error);
  if (problem.code === "offline" && !navigator.onLine) return wait(request);
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
