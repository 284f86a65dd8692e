import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { draw } from "../draw.ts";
import { bookingLink } from "#server/features/escalation/booking-link.values.ts";
import { setBusy } from "../busy.ts";
import { wakeFiles } from "../files/files.ts";
import { readTrail, watchTrail, type TrailEntry } from "../trail/trail.ts";
import { AlongList } from "./along-list.tsx";
import { groupTrail, type Group } from "./along.ts";
import { sayBrowser } from "./browser.ts";
import { readContext, type Context } from "./context.ts";
import { changeDraft, draft, type Fields } from "./draft.ts";
import { checkFields, clearFault, type Field, filesOf, findField, isAsBuilt } from "./fields.ts";
import { considerMessage, First } from "./first.tsx";
import { proposeFields } from "./propose.ts";
import { Says } from "./says.tsx";
import { followSending, sending } from "./sending.ts";
import { escalateWords as t } from "./escalate.words.ts";

type Groups = ReadonlySignal<Group[]>;

const FIELDS = ["message", "subject", "topicId", "email", "name"] as const;

/** A form that is shown again, as in the widget's frame, lets go of the one before. */
let showing = new AbortController();

/** The form on `/contact/`: complete without this; with it, it shows what goes along and keeps a draft. */
export async function startContact(): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("form[data-contact]");
  if (!form) return;
  showing.abort();
  showing = new AbortController();
  const { signal: shown } = showing;
  const trail = await readTrail();
  const { waiting, from } = draft.value;
  // what waits is sent from where it was, whatever this page is opened with
  const named = findField(form, "articleId")?.dataset;
  const context = (waiting && from) || readContext(new URLSearchParams(location.search), trail, named);
  const browser = sayBrowser(navigator.userAgent, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const groups = signal(groupTrail(trail, context, browser));
  // what is taken out of the trail here, or in another tab, does not go along
  watchTrail((changed) => (groups.value = groupTrail(changed, context, browser)), form);
  form.noValidate = true; // Faults are shown at their fields, in words.
  form.addEventListener("input", ({ target }) => takeInput(form, target as Field, context));
  fillFields(form, context, trail);
  wakeFiles();
  const lost = draft.value.files;
  const send = followSending({ form, context, groups }, shown);
  form.addEventListener("files", () => {
    changeDraft({ files: filesOf(form).map(({ name }) => name) });
    clearFault(form, "files");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (checkFields(form)) send();
  });
  showParts(form, context, groups, send, lost);
  fillBooking(context);
}

function takeInput(form: HTMLFormElement, field: Field, context: Context): void {
  if (!FIELDS.some((name) => name === field.name)) return;
  changeDraft({ [field.name]: field.value });
  clearFault(form, field.name);
  if (field.name === "message") considerMessage(field.value, context.article?.id);
}

/**
 * The draft into the form; what somebody typed before this was loaded wins, and becomes the draft. What is proposed, which
 * the server may have filled in, makes way for what somebody wrote.
 */
function fillFields(form: HTMLFormElement, context: Context, trail: TrailEntry[]): void {
  const { waiting } = draft.value; // then it stays as it was sent
  const proposed: Partial<Fields> = waiting ? {} : proposeFields(context, trail);
  for (const name of FIELDS) {
    const field = findField(form, name);
    if (!field) continue;
    const own = draft.value[name];
    const known = proposed[name];
    const offered = known && (!own || own === draft.value.proposed[name]) ? known : own;
    if (!isAsBuilt(field)) field.dispatchEvent(new Event("input", { bubbles: true }));
    else {
      field.value = offered;
      if (field.value !== offered) field.value = ""; // a topic that the hub has not
      changeDraft({ [name]: field.value });
    }
  }
  if (!waiting) changeDraft({ proposed });
}

function showParts(form: HTMLFormElement, context: Context, groups: Groups, send: () => void, lost: string[]): void {
  const mount = (selector: string, part: preact.ComponentChild): void => {
    const place = form.querySelector<HTMLElement>(selector);
    if (!place) return;
    place.hidden = false;
    draw(part, place);
  };
  mount("[data-first]", <First articleId={context.article?.id} />);
  mount("[data-along]", <AlongList groups={groups} />);
  mount("[data-says]", <Says sending={sending} again={send} lost={lost} />);
  const count = computed(() => groups.value.filter(({ id }) => !draft.value.off.includes(id)).length);
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  effect(() => {
    if (!button) return;
    const busy = sending.value.state === "sending" || sending.value.state === "sent";
    setBusy(button, busy);
    button.textContent = busy ? t.sending : sayCount(count.value);
  });
}

const sayCount = (items: number): string => (items === 0 ? t.sendWithNothingElse : t.sendWith(items));

/** Who books instead of sending has name and page filled in there. */
function fillBooking({ article }: Context): void {
  const link = document.querySelector<HTMLAnchorElement>("a[data-booking]");
  const base = link?.dataset["booking"];
  if (!link || !base) return;
  const page = article && new URL(article.url, location.href).href;
  effect(() => void (link.href = bookingLink(base, { name: draft.value.name.trim(), page })));
}
