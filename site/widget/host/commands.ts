import type { HandrailPage, HandrailToken } from "#site/public/handrail-widget.d.ts";
import { hasSetups, languages } from "virtual:widget-words";
import { THEMES, VIEWS, type Theme } from "../messages.ts";
import { chooseLanguage } from "./choose-language.ts";
import type { Pages } from "./pages.ts";
import type { Panel } from "./panel.ts";
import type { Talk } from "./talk.ts";

type Parts = {
  panel: Panel;
  talk: Talk;
  pages: Pages;
  /** Whether the hub's own key opens Ask here too. */
  byKey: boolean;
};
type Listener = (detail: never) => void;
type Command = (command: string, ...given: unknown[]) => void;

const TOKEN_MS = 3000;

const words = (value: unknown): string => (typeof value === "string" ? value : "");

/** `window.handrail(…)`, beginning with the calls that were made before this was there. */
export function startCommands(parts: Parts): void {
  const { panel, talk, pages, byKey } = parts;
  // another language brings another frame
  const ready = () => new Promise<void>((resolve) => (panel.isReady ? resolve() : talk.on("ready", resolve)));
  const { identify, settled } = followToken(parts);
  const namePage = followContext(parts);
  const run: Command = (command, first, second) => {
    const view = VIEWS.find((each) => each === command);
    if (view) {
      // who asks comes before what is asked
      void ready()
        .then(settled)
        .then(() => talk.say({ type: "show", view, text: words(first) }));
      panel.open();
    } else if (command === "open") panel.open();
    else if (command === "close") panel.close();
    else if (command === "setup") openSetup(panel, words(first));
    else if (command === "identify") identify(first as HandrailToken); // by handrail-widget.d.ts; the frame looks at it
    else if (command === "page") namePage(first ?? {});
    else if ((command === "on" || command === "off") && typeof second === "function")
      talk[command](words(first), second as Listener);
  };
  const early = window.handrail?.q ?? [];
  window.handrail = (...given: [string, ...unknown[]]) => run(...given);
  panel.addEventListener("open", () => {
    pages.look();
    talk.tell("open");
  });
  panel.addEventListener("close", () => talk.tell("close"));
  if (byKey) addEventListener("keydown", (event) => asks(event) && (event.preventDefault(), run("ask")));
  for (const given of early) run(...(Array.from(given) as [string]));
}

/** The key that opens Ask on the hub itself, where it means nothing else. */
function asks({ ctrlKey, metaKey, altKey, shiftKey, key, defaultPrevented, target }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey === metaKey || altKey || shiftKey || key.toLowerCase() !== "i") return false;
  return !(target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select")));
}

/** A page of its own: it leads out to the CRM and back. A hub that connects nothing has its first page alone. */
function openSetup(panel: Panel, integration: string): void {
  const id = /^[a-z]+$/.exec(integration)?.[0];
  window.open(panel.addressOf(hasSetups ? (id ? `/setup/${id}/` : "/setup/") : "/"), "_blank", "noopener");
}

/** The token is asked for when the frame is there: it is good for minutes only, and once. */
function followToken({ talk, panel }: Parts) {
  let known: HandrailToken | undefined;
  let sending = Promise.resolve();
  const send = async (): Promise<void> => {
    if (known === undefined) return;
    const token = typeof known === "function" ? await known().catch(() => null) : known;
    talk.say({ type: "identify", token: token ?? "" });
  };
  talk.on("ready", () => void (sending = send()));
  return {
    identify: (token: HandrailToken): void => {
      known = token;
      if (panel.isReady) sending = send();
    },
    /** A token that does not come keeps nobody waiting. */
    settled: () => Promise.race([sending, new Promise<void>((resolve) => setTimeout(resolve, TOKEN_MS))]),
  };
}

/** The host's language and theme, and where it is. */
function followContext({ talk, panel, pages }: Parts): (page: HandrailPage) => void {
  const root = document.documentElement;
  let locale = "";
  let theme: Theme = "auto";
  const speak = (): void => panel.speak(chooseLanguage(languages, locale || root.lang));
  const send = () => talk.say({ type: "context", theme });
  speak();
  new MutationObserver(speak).observe(root, { attributeFilter: ["lang"] });
  talk.on("ready", () => {
    send();
    pages.handOver();
  });
  return (page) => {
    locale = words(page.locale ?? locale);
    theme = THEMES.find((each) => each === page.theme) ?? theme;
    panel.dataset["theme"] = theme;
    speak();
    send();
    pages.name(page);
  };
}
