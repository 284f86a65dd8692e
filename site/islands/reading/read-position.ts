import css from "#site/styles/position.css?url";
import type { OpenArticle } from "../article.ts";
import { focusOn, make, makeButton, makeLink } from "../dom.ts";
import { makeIcon } from "../make-icon.ts";
import { loadStyle } from "../load-style.ts";
import { wantsPrivacy } from "../wants-privacy.ts";
import { readProgress } from "../steps/progress.ts";
import { keep, recall } from "../store.ts";
import { currentSection, type Section } from "../toc.ts";
import { sayDay } from "../when.ts";
import { readingWords as t } from "./reading.words.ts";

type Position = { article: string; section: Section; at: string };
const KEY = "handrail.positions";
const NEWEST = 30;
let wake: (() => void) | undefined;

const readPositions = (): Position[] => recall<Position[]>("device", KEY) ?? [];

/** Keeps the section where a reader leaves an article, and offers it when they come back: the page never jumps. */
export function followPosition({ id }: OpenArticle): void {
  if (wake || wantsPrivacy()) return;
  const before = readPositions().find(({ article }) => article === id);
  // who works through steps is told by their own line where to go on
  if (before && !location.hash && scrollY < innerHeight && !readProgress(id)) void offer(before);
  wake = () => {
    const section = currentSection();
    const others = readPositions().filter(({ article }) => article !== id);
    const here = section ? [{ article: id, section, at: new Date().toISOString() }] : [];
    const kept = [...here, ...others].slice(0, NEWEST);
    keep("device", KEY, kept.length > 0 ? kept : null);
  };
  addEventListener("pagehide", wake);
}

async function offer({ section, at }: Position): Promise<void> {
  if (!document.getElementById(section.id)) return;
  await loadStyle(css);
  const line = make("aside", "position-line");
  const close = makeButton("", "icon-btn", () => {
    line.remove();
    focusOn(document.getElementById("Main"));
  });
  close.setAttribute("aria-label", t.noThanks);
  close.append(makeIcon("i-close"));
  const go = makeLink(`#${section.id}`, t.goOn);
  go.addEventListener("click", () => line.remove());
  line.setAttribute("aria-label", t.stopped);
  line.append(make("p", "small", `${t.youWereAt(section.title, sayDay(at))} `, go), close);
  document.body.append(line);
}
