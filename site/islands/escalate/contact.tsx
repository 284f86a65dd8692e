import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { render } from "preact";
import type { EscalationInput } from "#server/features/escalation/escalation.schema.ts";
import { toProblem } from "#site/problem.ts";
import { sendWithProof } from "./send-with-proof.ts";
import { readTrail, watchTrail } from "../trail/trail.ts";
import { AlongList } from "./along-list.tsx";
import { chooseItems, groupTrail, type Group } from "./along.ts";
import { sayBrowser } from "./browser.ts";
import { readContext, type Context } from "./context.ts";
import { changeDraft, draft, forgetDraft, nextAttempt } from "./draft.ts";
import { checkFields, clearFault, showFaults } from "./fields.ts";
import { considerMessage, First } from "./first.tsx";
import { Says, type Sending } from "./says.tsx";

const FIELDS = ["message", "email", "name"] as const;
type Groups = ReadonlySignal<Group[]>;
const sending = signal<Sending>({ state: "idle" });

/** The form on `/contact/`: complete without this; with it, it shows what goes along and keeps a draft. */
export async function startContact(): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("form[data-contact]");
  if (!form) return;
  const trail = await readTrail();
  const context = readContext(new URLSearchParams(location.search), trail);
  const browser = sayBrowser(navigator.userAgent, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const groups = signal(groupTrail(trail, context, browser));
  // what is taken out of the trail here, or in another tab, does not go along
  watchTrail((changed) => (groups.value = groupTrail(changed, context, browser)));
  const send = (): void => void sendForm(form, context, groups);
  showParts(form, context, groups, send);
  form.noValidate = true; // Faults are shown at their fields, in words.
  form.addEventListener("input", ({ target }) => {
    const field = target as HTMLInputElement;
    if (!FIELDS.some((name) => name === field.name)) return;
    changeDraft({ [field.name]: field.value });
    clearFault(form, field.name);
    if (field.name === "message") considerMessage(field.value, context.article?.id);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (checkFields(form)) send();
  });
  fillFields(form, context);
}

/**
 * The draft into the form; what somebody typed before this was loaded wins, and becomes the draft. A question that is
 * handed over, which the server may have filled in, makes way for what somebody wrote.
 */
function fillFields(form: HTMLFormElement, { question }: Context): void {
  const { message, handed } = draft.value;
  if (question && (!message || message === handed)) changeDraft({ message: question, handed: question });
  for (const name of FIELDS) {
    const field = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (field?.value && field.value !== question) field.dispatchEvent(new Event("input", { bubbles: true }));
    else if (field) field.value = draft.value[name];
  }
}

function showParts(form: HTMLFormElement, context: Context, groups: Groups, send: () => void): void {
  const mount = (selector: string, part: preact.ComponentChild): void => {
    const place = form.querySelector<HTMLElement>(selector);
    if (!place) return;
    place.hidden = false;
    render(part, place);
  };
  mount("[data-first]", <First articleId={context.article?.id} />);
  mount("[data-along]", <AlongList groups={groups} />);
  mount("[data-says]", <Says sending={sending} again={send} />);
  const count = computed(() => groups.value.filter(({ id }) => !draft.value.off.includes(id)).length);
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  effect(() => {
    if (!button) return;
    const busy = sending.value.state === "sending";
    button.disabled = busy;
    button.textContent = busy ? "Sending" : sayCount(count.value);
  });
}

const sayCount = (items: number): string =>
  items === 0 ? "Send, with nothing else" : `Send, with ${items} ${items === 1 ? "item" : "items"}`;

async function sendForm(form: HTMLFormElement, context: Context, groups: Groups): Promise<void> {
  if (sending.value.state === "sending") return;
  sending.value = { state: "sending" };
  try {
    const { key, body } = nextAttempt(writeEscalation(context, groups.value));
    const { receiptUrl } = await sendWithProof(body, key);
    forgetDraft();
    // The receipt is on this hub, by whichever name the reader called it.
    location.assign(new URL(receiptUrl, location.href).pathname);
  } catch (error) {
    const problem = toProblem(error);
    if (problem.code === "not_found" && !draft.value.off.includes("where"))
      return sendWithoutPlace(form, context, groups);
    const elsewhere = showFaults(form, problem.problem.errors ?? []);
    const faults = elsewhere.map(({ field, reason }) => `${field}: ${reason}`).join(" ");
    sending.value = { state: "failed", says: [problem.message, faults].filter(Boolean).join(" ") };
    if (problem.code === "offline")
      addEventListener("online", () => void sendForm(form, context, groups), { once: true });
  }
}

/** The article is gone since it was read: the rest is worth sending all the same. */
async function sendWithoutPlace(form: HTMLFormElement, context: Context, groups: Groups): Promise<void> {
  changeDraft({ off: [...draft.value.off, "where"] });
  sending.value = { state: "idle" };
  await sendForm(form, context, groups);
}

function writeEscalation({ article, step }: Context, groups: Group[]): EscalationInput {
  const { message, email, name, off } = draft.value;
  const where = article && !off.includes("where");
  return {
    email: email.trim(),
    message: message.trim(),
    ...(name.trim() && { name: name.trim() }),
    ...(where && { articleId: article.id, url: step ? `${article.url}#${step.id}` : article.url }),
    trail: chooseItems(groups, new Set(off)).slice(-200),
  };
}
