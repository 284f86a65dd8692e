import type { ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import { leaveTrail } from "../trail/trail.ts";
import { sayCheck } from "./say-state.ts";
import { setupCheckWords as t } from "./check.words.ts";

/** What a check saw goes along with a request for a person. */
export function leaveCheck({ id, results, state }: ConnectionCheck, name: string): void {
  const told = results.filter((result) => result.state !== "ok").map(({ title, seen }) => `${title}: ${seen}`);
  leaveTrail({
    kind: "check",
    ref: `check:${id}`,
    title: t.checked4(name, sayCheck(state).word),
    detail: told.join("\n"),
    ...(state === "ok" && { state: "done" }),
    ...(state === "failed" && { state }),
  });
}
