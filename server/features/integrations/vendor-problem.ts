import { say } from "#content/kept-words.ts";
import { AppError } from "#server/core/errors.ts";
import { faultWords } from "./fault-words.values.ts";
import { isPassing, type VendorFault } from "./vendor-fault.ts";

/** A fault as a problem of the API: `fault` is its code, `todo` what to do, `seen` what came back. */
export function vendorProblem(crm: string, fault: VendorFault): AppError {
  const { title, todo } = faultWords(crm, fault);
  // what lies behind it may quote what the vendor sent, or we did: it goes into no log
  const cause = new Error(fault.message);
  const extra = {
    fault: fault.code,
    todo,
    seen: say(fault.came),
    ...(fault.scope && { scope: fault.scope }),
  };
  return isPassing(fault)
    ? new AppError("unavailable", `${title} ${todo}`, { extra, retryAfter: fault.retryAfter ?? 60, cause })
    : new AppError("unprocessable", `${title} ${todo}`, { extra, cause });
}
