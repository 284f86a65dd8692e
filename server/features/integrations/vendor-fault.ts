import { keepWords, say, type Text } from "#content/kept-words.ts";
import { inEnglish } from "#content/words.ts";
import type { FaultCode } from "./integrations.values.ts";
import { vendorNoteWords } from "./vendor-note.words.ts";

export const vendorNotes = keepWords(vendorNoteWords);

type Options = {
  /** The permission that is missing, in the vendor's own spelling. */
  scope?: string | undefined;
  /** Seconds after which it may work again. */
  retryAfter?: number | undefined;
  status?: number | undefined;
  cause?: unknown;
};

/**
 * Why a CRM did not give what it was asked for. `came` is what came back, short, as text, without secrets: it is shown
 * to customers and staff as it is. What we say of it ourselves is one of `vendorNotes`. `seen` is the same in English.
 */
export class VendorFault extends Error {
  readonly code: FaultCode;
  readonly seen: string;
  readonly came: Text;
  readonly scope: string | undefined;
  readonly retryAfter: number | undefined;
  readonly status: number | undefined;

  constructor(code: FaultCode, came: Text, { scope, retryAfter, status, cause }: Options = {}) {
    const seen = inEnglish(() => say(came));
    super(`${code}: ${seen}`, { cause });
    this.name = "VendorFault";
    this.code = code;
    this.seen = seen;
    this.came = came;
    this.scope = scope;
    this.retryAfter = retryAfter;
    this.status = status;
  }
}

/** Retry-After in seconds; vendors also send a date, which is left out. */
export function limited(headers: Headers, seen: string): VendorFault {
  const seconds = Number.parseInt(headers.get("retry-after") ?? "", 10);
  return new VendorFault("limited", seen, { status: 429, retryAfter: Number.isNaN(seconds) ? undefined : seconds });
}

/** Nothing is known to be wrong with the connection: the CRM did not answer, or not sensibly. */
const PASSING: ReadonlySet<string> = new Set<FaultCode>([
  "limited",
  "vendor_down",
  "timeout",
  "unreachable",
  "unreadable",
]);
export const isPassing = ({ code }: { code: string }): boolean => PASSING.has(code);
