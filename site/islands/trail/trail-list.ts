import { make, makeButton, makeIcon, makeLink } from "../dom.ts";
import { sayTime } from "../when.ts";
import { tellTrail, type TrailLine } from "./trail-lines.ts";
import { clearTrail, isKeptOnDevice, keepTrailOnDevice, watchTrail } from "./trail.ts";

const SHOWN = 5;

/** "Your trail" beside an article: the newest lines, where they are kept, and how to be rid of them. */
export function showTrail(): void {
  const mount = document.querySelector<HTMLElement>("[data-island=trail]");
  if (!mount) return;
  watchTrail((entries) => {
    const lines = tellTrail(entries).slice(-SHOWN);
    mount.hidden = lines.length < 2;
    const heading = make("h2", "", "Your trail");
    heading.id = "trail-h";
    const list = make("ol", "beads", ...lines.map(makeBead));
    list.setAttribute("role", "list");
    const section = make("section", "trail-mini", heading, list, makeChoices());
    section.setAttribute("aria-labelledby", heading.id);
    const hadFocus = mount.contains(document.activeElement);
    mount.replaceChildren(section);
    if (hadFocus) mount.querySelector("button")?.focus();
  });
}

function makeBead({ at, text, state }: TrailLine): HTMLElement {
  const time = make("time", "", sayTime(at));
  time.dateTime = at;
  const bead = make("li", state === "done" ? "on" : state === "failed" ? "bad" : "", time, ` ${text}`);
  if (state === "failed") bead.prepend(makeIcon("m-failed", "mark"));
  return bead;
}

function makeChoices(): HTMLElement {
  const kept = isKeptOnDevice();
  return make(
    "p",
    "small",
    kept ? "Stays on this device until you clear it. " : "Stays in this tab until you close it. ",
    makeButton(kept ? "Do not keep it" : "Keep on this device", "text-btn", () => keepTrailOnDevice(!kept)),
    " ",
    makeButton("Clear", "text-btn", clearTrail),
    " ",
    makeLink("/contact/", "Send it to a person"),
  );
}
