/** What the widget's frame does beyond every page: it shows the hub's pages within itself, and hears what the host says. */
import { integrations } from "virtual:hub-names";
import { sendAlong } from "#site/problem.ts";
import { here } from "#site/islands/dom.ts";
import { urlOf } from "#site/islands/escalate/context.ts";
import { goBy } from "#site/islands/go-to.ts";
import { ANSWERED, SENT, type Answered, type Sent } from "#site/islands/outcomes.ts";
import { openAsk, openSearch } from "#site/islands/openers.ts";
import { wakePressed } from "#site/islands/wake.ts";
import type { ToFrame, View } from "../messages.ts";
import { closePanel, hasHost, hearHost, tellHost } from "./host.ts";
import { takeContext } from "./context.ts";
import { signInWith } from "./identify.ts";
import { followLinks } from "./links.ts";
import { takePage } from "./pages.ts";
import { copyOf, goBack, goOn, isShown, showNodes, showPage } from "./view.ts";

const VIEWS: Record<View, (text: string) => void> = {
  home: () => void showPage(here("/widget/")),
  ask: (question) => void openAsk(question),
  search: (words) => void openSearch(words),
  article: showArticle,
  person: (question) => void showPage(here(question ? `/contact/?${new URLSearchParams({ question })}` : "/contact/")),
  status: () => void showPage(here(integrations.length > 0 ? "/status/" : "/widget/")),
};

function showArticle(id: string): void {
  const [, article, hash = ""] = /^([a-z0-9-]+\/[a-z0-9-]+)(#[\w-]+)?$/.exec(id) ?? [];
  if (article) void showPage(urlOf(article) + hash);
}

let signingIn = Promise.resolve();

function hear(message: ToFrame): void {
  if (message.type === "context") takeContext(message);
  else if (message.type === "identify") signingIn = signingIn.then(() => signInWith(message.token));
  else if (message.type === "page") takePage(message.page);
  else void signingIn.then(() => uncover(message.view)).then(() => VIEWS[message.view](message.text));
}

/** What the host wants to be seen is not left behind Ask, the search or the trail. */
async function uncover(view: View): Promise<void> {
  for (const dialog of document.querySelectorAll("dialog")) dialog.close();
  if (view === "ask" || !document.querySelector("aside.ask")) return;
  const { closeAskPanel } = await import("#site/islands/ask/open-ask.tsx");
  closeAskPanel();
}

/** The receipt is private, and a page of its own: it opens in a tab. */
function showSent({ reference, receiptUrl }: Sent): void {
  const shown = copyOf("sent");
  const link = shown?.querySelector<HTMLAnchorElement>("[data-receipt]");
  if (!shown || !link) return;
  link.href = receiptUrl;
  shown.querySelector("[data-reference]")?.append(reference);
  showNodes(shown);
}

function pressButtons(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest("[data-back]")) void goBack();
  if (event.target.closest("[data-close]")) closePanel();
}

function closeByKey({ key, isComposing }: KeyboardEvent): void {
  if (key === "Escape" && !isComposing && !document.querySelector("dialog[open], aside.ask")) closePanel();
}

if (hasHost) sendAlong("x-handrail-frame", "1");
wakePressed();
followLinks();
goBy((path) => {
  const url = new URL(path, location.href);
  // where a case has been sent, showSent has it
  if (isShown(url)) void showPage(path);
  else if (!url.pathname.startsWith(here("/receipts/"))) open(url, "_blank", "noopener");
});
document.addEventListener(SENT, (event) => {
  const { detail } = event as CustomEvent<Sent>; // outcomes.ts tells it so
  tellHost("escalated", { reference: detail.reference });
  showSent(detail);
});
document.addEventListener(ANSWERED, (event) => tellHost("answered", (event as CustomEvent<Answered>).detail));
document.addEventListener("click", pressButtons);
// before anybody else hears of it: what lies over the frame's page closes alone
document.addEventListener("keydown", closeByKey, true);
for (const close of document.querySelectorAll<HTMLElement>("[data-close]")) close.hidden = !hasHost;
hearHost(hear);
if (location.hash === "#on") goOn();
tellHost("ready");
