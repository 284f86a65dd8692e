import { make } from "../dom.ts";
import { makeIcon } from "../make-icon.ts";
import { tellTrail, type TrailLine } from "./trail-lines.ts";
import { watchTrail } from "./trail.ts";
import { trailWords as t } from "./trail.words.ts";

const SHOWN = 3;

/** Before a person: what the reader tried last, on a line that a person takes up. */
export function showTrailStrip(): void {
  const mount = document.querySelector<HTMLElement>("[data-island=trail-strip]");
  if (!mount) return;
  watchTrail((entries) => {
    // What was read says little; what was tried says where it went wrong.
    const tried = tellTrail(entries.filter(({ kind }) => kind !== "article")).slice(-SHOWN);
    mount.hidden = tried.length === 0;
    const strip = make("ol", "strip", ...tried.map(makePiece), makeEnd());
    strip.setAttribute("role", "list");
    strip.setAttribute("aria-label", t.whatYouTriedAnd);
    mount.replaceChildren(strip);
  }, mount);
}

function makePiece({ text, state }: TrailLine): HTMLElement {
  const piece = make("li", "", ...(state === "failed" ? [makeIcon("m-failed", "mark")] : []), text);
  piece.dataset["state"] = state ?? "done";
  return piece;
}

function makeEnd(): HTMLElement {
  const end = make("li", "", make("b", "", t.aPerson), t.takesItFromHere);
  end.dataset["state"] = "next";
  return end;
}
