import { parseRss } from "./parse/rss.ts";
import { parseSalesforce } from "./parse/salesforce.ts";
import { parseSorry } from "./parse/sorry.ts";
import { parseStatuspage } from "./parse/statuspage.ts";
import { type Reading, type StatusSource, UnreadableStatus } from "./parse/reading.ts";
import { vendorPageTexts as t } from "./vendor-page.words.ts";
import type { Vendor } from "./vendors.ts";

const TIMEOUT_MS = 4_000;
const BODY_MAX = 1_000_000;

const PARSERS: Record<StatusSource, (body: string, only?: string) => Reading> = {
  statuspage: parseStatuspage,
  salesforce: parseSalesforce,
  rss: parseRss,
  sorry: parseSorry,
};

/** Reads a vendor's own page once. Throws UnreadableStatus, with words for the reader, for everything that goes wrong. */
export async function readVendorPage({ source, url, only }: NonNullable<Vendor["read"]>): Promise<Reading> {
  return PARSERS[source](await fetchText(url), only);
}

/** The address is the operator's own. A redirect is a moved page or a captive portal: its text would not be the vendor's. */
async function fetchText(url: string): Promise<string> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const headers = { accept: "application/json, application/rss+xml;q=0.9, */*;q=0.1", "user-agent": "Handrail" };
    const response = await fetch(url, { signal, redirect: "manual", headers });
    if (!response.ok) {
      void response.body?.cancel().catch(() => {});
      throw new UnreadableStatus(t.answered(response.status));
    }
    return await textUpTo(BODY_MAX, response);
  } catch (error) {
    if (error instanceof UnreadableStatus) throw error;
    throw new UnreadableStatus(signal.aborted ? t.late : t.unreachable, { cause: error });
  }
}

async function textUpTo(max: number, response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the body, which closes the connection.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > max) throw new UnreadableStatus(t.tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
