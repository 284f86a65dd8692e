import { announce } from "../announce.ts";
import { here, make, makeButton, makeLink } from "../dom.ts";
import { clearTrail, keepTrailOnDevice } from "./change-trail.ts";
import { isKeptOnDevice } from "./trail.ts";
import { trailWords as t } from "./trail.words.ts";

/** Where the trail is kept, and what can be done with all of it. */
export function makeChoices(...more: HTMLElement[]): HTMLElement {
  const kept = isKeptOnDevice();
  const says = make("span", "", sayWhere(kept));
  const keep = async (): Promise<void> => {
    const done = await keepTrailOnDevice(!kept);
    if (!done) says.textContent = t.thisBrowserLetsNo;
    announce(done ? sayWhere(!kept) : (says.textContent ?? ""));
  };
  return make(
    "p",
    "small trail-choices",
    says,
    makeButton(kept ? t.doNotKeepIt : t.keepOnThisDevice, "text-btn", () => void keep()),
    " ",
    makeButton(t.clear, "text-btn", () => void clearTrail().then(() => announce(t.yourTrailIsCleared))),
    " ",
    makeLink(here("/contact/"), t.sendItToA),
    ...more,
  );
}

const sayWhere = (kept: boolean): string => (kept ? t.staysOnThisDevice : t.staysInThisTab);
