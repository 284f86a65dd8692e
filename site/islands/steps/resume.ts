import { make, makeButton, makeLink } from "../dom.ts";
import { sayDay } from "../when.ts";
import type { Progress } from "./progress.ts";

/** "You stopped at step 3 on Tuesday. Go on there", under the quick path, for a reader who comes back. */
export function showResume(progress: Progress, startAgain: () => void): void {
  const path = document.querySelector("[data-quick]");
  if (!path || Object.keys(progress.steps).length === 0) return;
  const { next, at } = progress;
  const line = next
    ? make("p", "resume", `You stopped at step ${next.number} ${sayDay(at)}. `, makeLink(`#${next.id}`, "Go on there"))
    : make("p", "resume", `Every step worked ${sayDay(at)}. `);
  const again = makeButton("Start again", "text-btn", () => {
    startAgain();
    line.remove();
  });
  line.append(next ? " " : "", again);
  path.append(line);
}
