import { make, makeButton } from "../dom.ts";
import { makeIcon } from "../make-icon.ts";
import { sayTime } from "../when.ts";
import { makeChoices } from "./trail-choices.ts";
import { tellTrail, type TrailLine } from "./trail-lines.ts";
import { watchTrail } from "./trail.ts";
import { trailWords as t } from "./trail.words.ts";

const SHOWN = 5;

/** "Your trail" beside an article: the newest lines, where they are kept, and how to be rid of them. */
export function showTrail(): void {
  const mount = document.querySelector<HTMLElement>("[data-island=trail]");
  if (!mount) return;
  watchTrail((entries) => {
    const lines = tellTrail(entries).slice(-SHOWN);
    mount.hidden = lines.length < 2;
    const heading = make("h2", "", t.yourTrail);
    heading.id = "trail-h";
    const list = make("ol", "beads", ...lines.map(makeBead));
    list.setAttribute("role", "list");
    const section = make("section", "trail-mini", heading, list, makeChoices(makeOpener()));
    section.setAttribute("aria-labelledby", heading.id);
    const hadFocus = mount.contains(document.activeElement);
    mount.replaceChildren(section);
    if (hadFocus) mount.querySelector("button")?.focus();
  }, mount);
}

/** Openers are heard where the page listens. */
function makeOpener(): HTMLElement {
  const opener = makeButton(t.readAllOfIt, "text-btn", () => {});
  opener.dataset["trail"] = "";
  return opener;
}

function makeBead({ at, text, state }: TrailLine): HTMLElement {
  const time = make("time", "", sayTime(at));
  time.dateTime = at;
  const bead = make("li", state === "done" ? "on" : state === "failed" ? "bad" : "", time, " ", make("bdi", "", text));
  if (state === "failed") bead.prepend(makeIcon("m-failed", "mark"));
  return bead;
}
