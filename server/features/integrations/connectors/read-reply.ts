import type { z } from "zod";
import { VendorFault } from "../vendor-fault.ts";
import type { VendorReply } from "../vendor-fetch.ts";

/** What a reply says in the form that is asked for. @throws VendorFault: what `explain` makes of a refusal, or `unreadable` */
export function readReply<T>(
  reply: VendorReply,
  body: z.ZodType<T>,
  explain: (refusal: VendorReply) => VendorFault,
): T {
  if (reply.status !== 200) throw explain(reply);
  const read = body.safeParse(reply.body);
  if (!read.success) throw new VendorFault("unreadable", reply.text, { status: 200 });
  return read.data;
}
