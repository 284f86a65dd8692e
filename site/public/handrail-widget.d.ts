/** Types of the widget that a page gets by `<script src="https://your-hub/widget.js" data-hub defer></script>`. */

/** A page of the product, as support is told of it. What is left out is read off the page itself. */
export type HandrailPage = {
  title?: string;
  /** Only its origin and path are taken: what stands behind `?` and `#` never leaves the page. */
  url?: string;
  /** What the page is about, in words: "crm settings". The panel offers articles that fit. */
  section?: string;
  /**
   * Language tag of the page, such as "de-AT": the panel speaks the hub's nearest, from now on. Without one, and with "", it
   * is that of `<html lang>`.
   */
  locale?: string;
  /** The panel's theme; "auto" is the system's. */
  theme?: "light" | "dark" | "auto";
};

/** The product's signed token of its customer, or what fetches one when the panel needs it. Null signs out. */
export type HandrailToken = string | null | (() => Promise<string | null>);

export type HandrailEvents = {
  /** The panel's content is there; once more where its language has changed. */
  ready: Record<string, never>;
  open: Record<string, never>;
  close: Record<string, never>;
  /** What became of a token. */
  identified: { signedIn: boolean };
  /** Ask has answered. */
  answered: { verdict: "answered" | "partial" | "unanswered" };
  /** A person has the case. */
  escalated: { reference: string };
};

export type Handrail = {
  (command: "open" | "close" | "status"): void;
  /** Opens Ask; with a question, it is asked. */
  (command: "ask", question?: string): void;
  (command: "search", words?: string): void;
  /** `<topic>/<slug>`, with `#section` behind it where only a part is meant. */
  (command: "article", id: string): void;
  /** The form to a person, with what was asked so far. */
  (command: "person", question?: string): void;
  /** The guided setup of an integration, in a new tab. */
  (command: "setup", integration?: string): void;
  (command: "identify", token: HandrailToken): void;
  (command: "page", page: HandrailPage): void;
  <Event extends keyof HandrailEvents>(
    command: "on" | "off",
    event: Event,
    listener: (detail: HandrailEvents[Event]) => void,
  ): void;
  /** Calls from before the script was there. */
  q?: IArguments[] | unknown[][];
};

declare global {
  interface Window {
    handrail?: Handrail;
  }
}
