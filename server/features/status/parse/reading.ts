import type { z } from "zod";
import { say, type Text } from "#content/kept-words.ts";
import type { StatusSource as ConfiguredSource } from "#content/schema.ts";
import { inEnglish } from "#content/words.ts";
import type { Incident, VendorStatus } from "../status.schema.ts";
import { vendorPageTexts as t } from "../vendor-page.words.ts";

export type StatusSource = z.infer<typeof ConfiguredSource>;

type State = Exclude<VendorStatus["state"], "unknown">;
/** When the vendor says that it had trouble, ISO 8601; `to` is null while it has. */
export type Trouble = { state: Exclude<State, "operational">; from: string; to: string | null };
/** What a vendor's page said. Never "unknown": who cannot tell throws UnreadableStatus. `past` may have troubles that are over. */
export type Reading = { state: State; incidents: Incident[]; past: Trouble[] };

/** The page answered with something that says nothing about the vendor. `why` is shown to readers. */
export class UnreadableStatus extends Error {
  override readonly name = "UnreadableStatus";
  readonly why: Text;

  constructor(why: Text = t.notUnderstood, options?: ErrorOptions) {
    super(
      inEnglish(() => say(why)),
      options,
    );
    this.why = why;
  }
}

/** Parses and checks at once; both failures are the same to a reader. */
export function readJson<Shape extends z.ZodType>(body: string, shape: Shape): z.infer<Shape> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new UnreadableStatus(t.notUnderstood, { cause });
  }
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new UnreadableStatus(t.notUnderstood, { cause: parsed.error });
  return parsed.data;
}

/** The words status pages use for a component or a page → our states. Anything else is not guessed at. */
const WORDS: Record<string, Reading["state"]> = {
  operational: "operational",
  degraded: "degraded",
  degraded_performance: "degraded",
  partial_outage: "degraded",
  major_outage: "down",
  maintenance: "maintenance",
  under_maintenance: "maintenance",
};

/** "Degraded Performance", "degraded-performance" and "degraded_performance" are one. */
export function stateOf(words: string): Reading["state"] {
  const state =
    WORDS[
      words
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, "_")
    ];
  if (!state) throw new UnreadableStatus();
  return state;
}

/** ISO 8601 in UTC, or null for what is no time. */
export function toInstant(value: string | null | undefined): string | null {
  const at = new Date(value ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Only web links reach the page; vendors' text is text. */
export const toLink = (value: string | null | undefined): string | null =>
  value && /^https?:\/\//i.test(value) ? value.slice(0, 600) : null;

/** Vendors write their updates in HTML or plain text, at any length: here it is one line of plain text. */
export function toText(value: string | null | undefined, max: number): string | null {
  const text = (value ?? "")
    // not beyond another "<": many of them would be looked through to the end, each anew
    .replace(/<[^<>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (!text) return null;
  return text.length > max ? `${text.slice(0, max - 1).trimEnd()}…` : text;
}
