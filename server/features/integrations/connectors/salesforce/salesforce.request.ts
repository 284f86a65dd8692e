import { z } from "zod";
import type { Call } from "../../connector.ts";
import { limited, VendorFault, vendorNotes as n } from "../../vendor-fault.ts";
import type { VendorReply } from "../../vendor-fetch.ts";
import { readReply } from "../read-reply.ts";

/** There are three a year, and each answers for years. */
const DATA = "/services/data/v66.0";
/** 2,000 records a page: nobody picks from more, and no vendor makes us read on for ever. */
const MOST_PAGES = 5;

export const apiBase = ({ grant, site }: Call): string => grant.apiBase ?? site.apiBase;

/** Every record that a query gives. `soql` has its values quoted already. */
export async function query<T>(call: Call, record: z.ZodType<T>, soql: string): Promise<T[]> {
  const Page = z.object({ records: z.array(record), nextRecordsUrl: z.string().optional() });
  const records: T[] = [];
  let path: string | undefined = queryPath(soql);
  for (let page = 0; path && page < MOST_PAGES; page++) {
    // the token goes where this leads, and it is the vendor's text
    if (!path.startsWith("/services/data/")) throw new VendorFault("unreadable", n.nextElsewhere);
    const read: z.infer<typeof Page> = await readJson(call, Page, path);
    records.push(...read.records);
    path = read.nextRecordsUrl;
  }
  return records;
}

/** What a query of `COUNT()` finds. */
export const queryCount = async (call: Call, soql: string): Promise<number> =>
  (await readJson(call, z.object({ totalSize: z.number().int() }), queryPath(soql))).totalSize;

const queryPath = (soql: string): string => `${DATA}/query?q=${encodeURIComponent(soql)}`;

export const describeObject = <T>(call: Call, body: z.ZodType<T>, object: string): Promise<T> =>
  readJson(call, body, `${DATA}/sobjects/${encodeURIComponent(object)}/describe`);

export async function readJson<T>(call: Call, body: z.ZodType<T>, path: string): Promise<T> {
  const reply = await call.fetch(apiBase(call) + path, {
    headers: { authorization: `Bearer ${call.grant.accessToken}` },
    signal: call.signal,
  });
  return readReply(reply, body, findFault);
}

/** A text within a query: quotes and backslashes would end it, line breaks are not allowed in it. */
export const quoteSoql = (text: string): string =>
  `'${text
    .replace(/[\\'"]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")}'`;

/** Errors of the data API come as a list. */
const Errors = z.array(z.object({ errorCode: z.string(), message: z.string() })).min(1);

export function findFault({ status, headers, body, text }: VendorReply): VendorFault {
  const { errorCode, message } = Errors.safeParse(body).data?.[0] ?? { errorCode: "", message: text };
  const seen = [status, errorCode, message].filter(Boolean).join(" ");
  // the same code as for an old token, but no new token will help
  if (/not valid for use with the REST API/i.test(message))
    return new VendorFault("scope_missing", seen, { scope: "api", status });
  if (status === 429) return limited(headers, seen);
  if (errorCode === "REQUEST_LIMIT_EXCEEDED") return new VendorFault("limited", seen, { status });
  if (status === 401 || errorCode === "INVALID_SESSION_ID") return new VendorFault("expired", seen, { status });
  // “API Enabled” is what administrators tick; other refusals name nothing
  const scope = errorCode.startsWith("API_") ? "API Enabled" : undefined;
  if (status === 403) return new VendorFault("scope_missing", seen, { scope, status });
  return new VendorFault(status === 404 ? "not_found" : "refused", seen, { status });
}
