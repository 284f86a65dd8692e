import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import type { CaseState } from "#server/features/escalation/escalation.schema.ts";
import { toProblem } from "#site/problem.ts";
import { reloadAll } from "./cases.ts";
import { changeState } from "./desk-api.ts";

/** Changes the state unless somebody else changed the case meanwhile. Returns what to say when it was not done. */
export async function changeCase(shown: CaseDetail, state: CaseState): Promise<string | null> {
  try {
    await changeState(shown.id, state, shown.version);
    return null;
  } catch (error) {
    const problem = toProblem(error);
    if (problem.code === "conflict") return "Somebody changed this case meanwhile. It is shown as it is now.";
    return problem.message;
  } finally {
    await reloadAll();
  }
}
