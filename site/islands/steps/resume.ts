import { makeButton, makeLink } from "../dom.ts";
import { sayDay } from "../when.ts";
import type { Progress } from "./progress.ts";
import { stepsWords as t } from "./steps.words.ts";

/** "You stopped at step 3 on Tuesday. Go on there", under the quick path, for a reader who comes back. */
export function showResume({ next, at }: Pick<Progress, "next" | "at">, startAgain: () => void): void {
  const line = document.querySelector<HTMLElement>("[data-resume]");
  if (!line) return;
  const again = makeButton(next ? t.startAgainShort : t.startAgain, "text-btn", () => {
    startAgain();
    line.hidden = true;
  });
  if (next) line.append(t.youStoppedAtStep(next.number, sayDay(at)), makeLink(`#${next.id}`, t.goOnThere), t.or, again);
  else line.append(t.everyStepWorked(sayDay(at)), again);
  line.hidden = false;
}
