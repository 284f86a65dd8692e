import { z } from "zod";
import type { Call } from "../../connector.ts";
import { limited, VendorFault } from "../../vendor-fault.ts";
import type { VendorReply, VendorRequest } from "../../vendor-fetch.ts";
import { readReply } from "../read-reply.ts";

/** Every version answers differently; this is the one that is read here. */
const VERSION = "2.16";

/** A path, and the permission of the app that it takes; `json` is sent where something is searched. */
export type Asked = { path: string; permission: string; json?: VendorRequest["json"] };

export async function readJson<T>(call: Call, body: z.ZodType<T>, { path, permission, json }: Asked): Promise<T> {
  const reply = await call.fetch(call.site.apiBase + path, {
    method: json === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${call.grant.accessToken}`, "Intercom-Version": VERSION },
    json,
    signal: call.signal,
  });
  return readReply(reply, body, (refusal) => findFault(refusal, permission));
}

const Errors = z.object({ errors: z.array(z.object({ code: z.string(), message: z.string().nullish() })).min(1) });

function findFault({ status, body, headers, text }: VendorReply, permission: string): VendorFault {
  const { code, message } = Errors.safeParse(body).data?.errors[0] ?? { code: "", message: text };
  const seen = [status, code, message?.slice(0, 200)].filter(Boolean).join(" ");
  // tokens do not run out, and there is none to be had without the customer: somebody took this one back
  if (status === 401) return new VendorFault("revoked", seen, { status });
  if (status === 429) return limited(headers, seen);
  if (status === 403) {
    // the message quotes what is missing, mostly
    const named = /[`'"“]([^`'"”]{3,60})[`'"”]/.exec(message ?? "")?.[1];
    return new VendorFault("scope_missing", seen, { scope: named ?? permission, status });
  }
  return new VendorFault(status === 404 ? "not_found" : "refused", seen, { status });
}
