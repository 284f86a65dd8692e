import { z } from "zod";
import type { Call } from "../../connector.ts";
import { limited, VendorFault, vendorNotes as n } from "../../vendor-fault.ts";
import type { VendorReply } from "../../vendor-fetch.ts";
import { readReply } from "../read-reply.ts";

/** A path below a module and the tenant, and the permission that it takes. */
export type Asked = { module: "crm" | "settings"; path: string; scope: string };

export async function readList<T>(call: Call, item: z.ZodType<T>, { module, path, scope }: Asked): Promise<T[]> {
  const tenant = encodeURIComponent(call.grant.credentials?.["tenantId"] ?? "");
  const reply = await call.fetch(`${call.site.apiBase}/${module}/v2/tenant/${tenant}/${path}`, {
    headers: { authorization: `Bearer ${call.grant.accessToken}`, "ST-App-Key": call.app.appKey },
    signal: call.signal,
  });
  return readReply(reply, z.object({ data: z.array(item) }), (refusal) => findFault(refusal, scope)).data;
}

/** RFC 7807 */
const Problem = z.object({ title: z.string().default(""), detail: z.string().default("") });

function findFault({ status, body, headers, text }: VendorReply, scope: string): VendorFault {
  const { title, detail } = Problem.safeParse(body).data ?? { title: text, detail: "" };
  const said = [title, detail].filter(Boolean).join(": ");
  const seen = `${status} ${said}`;
  if (status === 401 && /ST-App-Key/i.test(said)) {
    return new VendorFault("wrong_app", n.appKeyRefused(seen), { status });
  }
  if (status === 401) return new VendorFault("expired", seen, { status });
  if (status === 403) return new VendorFault("scope_missing", seen, { scope, status });
  if (status === 429) return limited(headers, seen);
  return new VendorFault(status === 404 ? "not_found" : "refused", seen, { status });
}
