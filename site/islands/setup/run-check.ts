import type { CheckResult, ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import { ApiProblem } from "#site/problem.ts";
import { readEvents } from "../read-events.ts";
import { streamCheck } from "./setup-calls.ts";
import { setupCheckWords as t } from "./check.words.ts";

/** A check ends within six seconds; where nothing has ended after this, the connection is gone without a word. */
const WITHIN_MS = 20_000;

/** Runs a check and tells each fact as it comes. @throws ApiProblem, "cut_off" where the check has no end. */
export async function runCheck(id: string, tell: (result: CheckResult) => void = () => {}): Promise<ConnectionCheck> {
  const body = await streamCheck(id, AbortSignal.timeout(WITHIN_MS));
  try {
    for await (const { event, data } of readEvents(body)) {
      // The casts hold by the contract of GET /api/connections/:id/check, which the server's tests check.
      if (event === "result") tell(data as CheckResult);
      if (event === "done") return data as ConnectionCheck;
    }
  } catch {
    // said below
  }
  throw new ApiProblem(503, { code: "cut_off", detail: t.theConnectionBrokeBefore });
}
