/** What a host's page and the hub's frame in it say to each other. Each end looks at origin and source, then reads with these. */
import type { HandrailEvents } from "#site/public/handrail-widget.d.ts";

export const THEMES = ["light", "dark", "auto"] as const;
export const VIEWS = ["home", "ask", "search", "article", "person", "status"] as const;
export type Theme = (typeof THEMES)[number];
export type View = (typeof VIEWS)[number];
export type HostPage = { at: string; url: string; title: string; section: string };

export type ToFrame =
  | { type: "context"; theme: Theme }
  | { type: "page"; page: HostPage }
  | { type: "identify"; token: string }
  | { type: "show"; view: View; text: string };
export type EventName = Exclude<keyof HandrailEvents, "open" | "close">;
export type FromFrame = { type: "event"; event: EventName; detail: Record<string, unknown> } | { type: "close" };

/** Marks a message as one of these, among all that pages post. */
const MARK = "handrail";
const MOST = { url: 300, title: 200, section: 200, token: 8000, text: 500, reference: 40 };

export const mark = (message: ToFrame | FromFrame) => ({ [MARK]: 1, ...message });

type Fields = Record<string, unknown>;

function unmark(data: unknown): Fields | null {
  if (typeof data !== "object" || data === null) return null;
  const fields = data as Fields; // any object is one
  return fields[MARK] === 1 ? fields : null;
}

/** A string, cut to what the field may hold; "" for anything else. */
const textOf = (fields: Fields, name: keyof typeof MOST): string => {
  const value = fields[name];
  return typeof value === "string" ? value.slice(0, MOST[name]) : "";
};

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((each) => each === value);

/** What the frame hears; null for whatever else was posted. */
export function readToFrame(data: unknown): ToFrame | null {
  const fields = unmark(data);
  if (!fields) return null;
  const { type } = fields;
  if (type === "context") return { type, theme: oneOf(THEMES, fields["theme"]) ?? "auto" };
  if (type === "identify") {
    // cut, it would be another one
    const { token } = fields;
    return typeof token === "string" && token.length <= MOST.token ? { type, token } : null;
  }
  if (type === "show") {
    const view = oneOf(VIEWS, fields["view"]);
    return view ? { type, view, text: textOf(fields, "text") } : null;
  }
  if (type !== "page") return null;
  const page = readPage(fields["page"]);
  return page && { type, page };
}

function readPage(data: unknown): HostPage | null {
  if (typeof data !== "object" || data === null) return null;
  const fields = data as Fields;
  const url = bareAddress(textOf(fields, "url"));
  const { at } = fields;
  if (!url || typeof at !== "string" || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) || Number.isNaN(Date.parse(at)))
    return null;
  return { at, url, title: textOf(fields, "title"), section: textOf(fields, "section") };
}

/** Origin and path of a web page: query and fragment may hold what is nobody else's. Null for anything else. */
export function bareAddress(url: string, base?: string): string | null {
  if (!URL.canParse(url, base)) return null;
  const { protocol, origin, pathname } = new URL(url, base);
  return /^https?:$/.test(protocol) ? origin + pathname : null;
}

const VERDICTS = ["answered", "partial", "unanswered"] as const;

/** What the host hears; null for whatever else was posted. */
export function readFromFrame(data: unknown): FromFrame | null {
  const fields = unmark(data);
  if (fields?.["type"] === "close") return { type: "close" };
  const given = fields?.["type"] === "event" ? fields["detail"] : null;
  if (!fields || typeof given !== "object" || given === null) return null;
  const detail = given as Fields;
  const told = (event: EventName, known: Fields): FromFrame => ({ type: "event", event, detail: known });
  switch (fields["event"]) {
    case "ready":
      return told("ready", {});
    case "identified":
      return told("identified", { signedIn: detail["signedIn"] === true });
    case "answered": {
      const verdict = oneOf(VERDICTS, detail["verdict"]);
      return verdict ? told("answered", { verdict }) : null;
    }
    case "escalated":
      return told("escalated", { reference: textOf(detail, "reference") });
    default:
      return null;
  }
}
