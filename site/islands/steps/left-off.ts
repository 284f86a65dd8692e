import { focusOn, make, makeButton, makeLink } from "../dom.ts";
import { sayDay } from "../when.ts";
import { forgetProgress, readAllProgress } from "./progress.ts";
import { stepsWords as t } from "./steps.words.ts";

/** "Where you left off" on the home page: the newest article whose steps are not all done. */
export function showLeftOff(): void {
  const mount = document.querySelector<HTMLElement>("[data-island=left-off]");
  const progress = readAllProgress().find(({ next, steps }) => next && Object.keys(steps).length > 0);
  if (!mount || !progress?.next) return;
  const { articleId, title, url, next, steps, total, at } = progress;
  const done = Object.values(steps).filter((step) => step === "done").length;
  const failed = steps[next.id] === "failed" ? t.stepDidNot(next.number) : "";
  const heading = make("h2", "", t.whereYouLeftOff);
  heading.id = "left-off-h";
  const says = make("p", "", make("b", "", make("bdi", "", title)), t.ofStepsWorked(done, total, sayDay(at), failed));
  const forget = makeButton(t.forgetThis, "text-btn", () => {
    forgetProgress(articleId);
    mount.hidden = true;
    focusOn(mount.closest("main"));
  });
  const acts = make("p", "acts", makeLink(`${url}#${next.id}`, t.goOnAtStep(next.number), "btn"), forget);
  mount.className = "hang hold";
  mount.dataset["state"] = "done";
  mount.replaceChildren(heading, says, acts);
  mount.hidden = false;
}
