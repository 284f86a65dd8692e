import { z } from "zod";
import type { Call } from "../../connector.ts";
import { limited, VendorFault } from "../../vendor-fault.ts";
import type { VendorReply, VendorRequest } from "../../vendor-fetch.ts";
import { readReply } from "../read-reply.ts";

/** A path, and the permission that it takes; `json` is sent where something is looked up by a body. */
export type Asked = { path: string; scope: string; json?: VendorRequest["json"] };

export async function readJson<T>(call: Call, body: z.ZodType<T>, { path, scope, json }: Asked): Promise<T> {
  const reply = await call.fetch(call.site.apiBase + path, {
    method: json === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${call.grant.accessToken}` },
    json,
    signal: call.signal,
  });
  return readReply(reply, body, (refusal) => findFault(refusal, scope));
}

/** `error` is what the paths for tokens say, the rest says the others. */
const Problem = z.object({
  error: z.string().default(""),
  category: z.string().default(""),
  message: z.string().default(""),
  errors: z
    .array(z.object({ context: z.object({ requiredGranularScopes: z.array(z.string()).default([]) }).optional() }))
    .default([]),
});

export function findFault({ status, body, headers, text }: VendorReply, scope: string): VendorFault {
  const { error, category, message, errors } = Problem.safeParse(body).data ?? Problem.parse({ message: text });
  const seen = [status, error || category, message.slice(0, 200)].filter(Boolean).join(" ");
  if (error === "invalid_client") return new VendorFault("wrong_app", seen, { status });
  if (status === 401) return new VendorFault("expired", seen, { status });
  if (status === 429) return limited(headers, seen);
  // some of these carry no category: then it is what the path takes
  if (status === 403 && (category === "MISSING_SCOPES" || category === "")) {
    const named = errors.flatMap(({ context }) => context?.requiredGranularScopes ?? []);
    // any one of those named would do; the one that we ask for is there to be granted
    const missing = named.includes(scope) ? scope : (named[0] ?? scope);
    return new VendorFault("scope_missing", seen, { scope: missing, status });
  }
  return new VendorFault(status === 404 ? "not_found" : "refused", seen, { status });
}
