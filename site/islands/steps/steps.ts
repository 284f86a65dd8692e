import { announce } from "../announce.ts";
import { type OpenArticle, versionOf } from "../article.ts";
import { focusOn } from "../dom.ts";
import { painted } from "../painted.ts";
import { sendSignal } from "../signals.ts";
import { leaveTrail } from "../trail/trail.ts";
import { forgetProgress, keepProgress, readProgress, type Judgement, type Progress } from "./progress.ts";
import { showResume } from "./resume.ts";
import { walkSteps } from "./walk.ts";
import { stepsWords as t } from "./steps.words.ts";

/**
 * "It worked" and "It didn't": fills the rail, keeps the progress, opens a failed step's own help. `judged` are steps
 * that were judged before this was there.
 */
export function followSteps(article: OpenArticle, judged: ReadonlySet<Element>): void {
  const steps = [...article.element.querySelectorAll<HTMLElement>(".step[data-step]")];
  if (steps.length === 0) return;
  const kept = readProgress(article.id);
  for (const step of steps) {
    if (kept && !judged.has(step)) setJudgement(step, kept.steps[step.dataset["step"] ?? ""]);
  }
  markSteps(article, steps);
  for (const step of steps) if (judged.has(step)) void judgeStep(article, steps, step);
  // the article may have other steps since
  if (kept && steps.some(({ dataset }) => kept.steps[dataset["step"] ?? ""]))
    showResume({ next: findNext(steps), at: kept.at }, () => startAgain(article, steps));
  article.element.addEventListener("change", ({ target }) => {
    const step =
      target instanceof HTMLInputElement && target.closest("[data-judge]")?.closest<HTMLElement>("[data-step]");
    if (step) void judgeStep(article, steps, step);
  });
}

async function judgeStep(article: OpenArticle, steps: HTMLElement[], step: HTMLElement): Promise<void> {
  const judgement = judgementOf(step);
  if (!judgement) return;
  const { step: id = "", number = "" } = step.dataset;
  // kept before anything else: the next press may leave the page
  keepSteps(article, steps);
  leaveTrail({
    kind: "step",
    ref: `${article.id}#${id}`,
    title: (judgement === "done" ? t.stepWorkedNamed : t.stepFailedNamed)(
      number,
      step.querySelector("[data-part=title]")?.textContent?.trim() ?? "",
    ),
    state: judgement,
    ...versionOf(article),
  });
  await painted();
  markSteps(article, steps);
  if (judgement === "failed") openHelp(step);
  sendSignal(article, judgement === "done" ? "step_done" : "step_failed", id);
  announce((judgement === "done" ? t.stepWorked : t.stepFailed)(number));
}

function keepSteps(article: OpenArticle, steps: HTMLElement[]): void {
  const judged = steps.flatMap((step) => {
    const judgement = judgementOf(step);
    return judgement ? [[step.dataset["step"] ?? "", judgement] as const] : [];
  });
  keepProgress({
    articleId: article.id,
    title: article.title,
    url: article.url,
    at: new Date().toISOString(),
    total: steps.length,
    steps: Object.fromEntries(judged),
    next: findNext(steps),
  });
}

/** The step to go on at, as the page counts. */
function findNext(steps: HTMLElement[]): Progress["next"] {
  const open = steps.find((step) => judgementOf(step) !== "done");
  return open ? { id: open.dataset["step"] ?? "", number: Number(open.dataset["number"]) } : null;
}

function startAgain(article: OpenArticle, steps: HTMLElement[]): void {
  for (const step of steps) setJudgement(step, undefined);
  markSteps(article, steps);
  forgetProgress(article.id);
  document.getElementById(steps[0]?.id ?? "")?.scrollIntoView();
  focusOn(steps[0]?.querySelector("h3"));
}

const radiosOf = (step: HTMLElement) => step.querySelectorAll<HTMLInputElement>("[data-judge] input[type=radio]");

function judgementOf(step: HTMLElement): Judgement | undefined {
  const chosen = [...radiosOf(step)].find((radio) => radio.checked)?.value;
  if (!chosen) return undefined;
  return chosen === "yes" ? "done" : "failed";
}

function setJudgement(step: HTMLElement, judgement: Judgement | undefined): void {
  const value = judgement && (judgement === "done" ? "yes" : "no");
  for (const radio of radiosOf(step)) radio.checked = radio.value === value;
}

/** Writes each step's state on the rail and on the quick path. */
function markSteps(article: OpenArticle, steps: HTMLElement[]): void {
  for (const list of new Set(steps.map((step) => step.parentElement))) {
    const listed = steps.filter((step) => step.parentElement === list);
    const states = walkSteps(listed.map(judgementOf));
    listed.forEach((step, at) => {
      const state = states[at] ?? "todo";
      step.dataset["state"] = state;
      const link = article.element.querySelector(`[data-quick] a[href="#${step.id}"]`);
      link?.closest("li")?.setAttribute("data-state", state);
      if (state === "current" || state === "failed") link?.setAttribute("aria-current", "step");
      else link?.removeAttribute("aria-current");
    });
  }
}

function openHelp(step: HTMLElement): void {
  const first = step.querySelector<HTMLDetailsElement>("[data-mend] details");
  if (first) first.open = true;
}
