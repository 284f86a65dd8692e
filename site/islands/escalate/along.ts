/** What goes along with a request for a person: groups that the sender can leave out, each item by itself too. */
import type { TrailItem } from "#server/features/escalation/escalation.schema.ts";
import type { TrailEntry } from "../trail/trail.ts";
import type { Context } from "./context.ts";
import { escalateWords as t } from "./escalate.words.ts";

export type Group = {
  id: "where" | "product" | "pages" | "steps" | "diagnosis" | "checks" | "answers" | "searches" | "errors" | "browser";
  title: string;
  /** One line: what is in it. */
  says: string;
  items: TrailEntry[];
};

type Kind = { id: Group["id"]; title: string; kinds: TrailEntry["kind"][]; count: (items: number) => string };
const KINDS: Kind[] = [
  { id: "product", title: t.whereYouWereBefore, kinds: ["page"], count: t.countPages },
  {
    id: "pages",
    title: t.pagesYouRead,
    kinds: ["article", "section"],
    count: t.countPages,
  },
  { id: "steps", title: t.steps, kinds: ["step"], count: t.countMessages },
  { id: "diagnosis", title: t.whatYouAnswered, kinds: ["diagnosis"], count: t.countDiagnoses },
  {
    id: "checks",
    title: t.checksOfYourConnection,
    kinds: ["check", "trace"],
    count: t.countChecks,
  },
  {
    id: "answers",
    title: t.questionsAndAnswers,
    kinds: ["answer"],
    count: t.countQuestions,
  },
  { id: "searches", title: t.searches, kinds: ["search"], count: t.countSearches },
  { id: "errors", title: t.whatWentWrongHere, kinds: ["error"], count: t.countMessages },
];

/** Groups without an item are left out. `now` is when the list is made. */
export function groupTrail(trail: TrailEntry[], context: Context, browser: string, now = new Date()): Group[] {
  const at = now.toISOString();
  const groups: Group[] = [];
  if (context.article) groups.push(groupWhere(context, at));
  for (const { id, title, kinds, count } of KINDS) {
    const items = trail.filter(({ kind }) => kinds.includes(kind));
    if (items.length > 0)
      groups.push({ id, title, says: id === "steps" ? saySteps(items) : count(items.length), items });
  }
  groups.push({
    id: "browser",
    title: t.browserAndTimeZone,
    says: browser,
    items: [{ at, kind: "check", ref: "browser", title: browser }],
  });
  return groups;
}

function groupWhere({ article, step }: Context, at: string): Group {
  const title = [article?.title, step?.title].filter(Boolean).join(", ");
  const ref = step ? `${article?.id}#${step.id}` : (article?.id ?? "");
  return {
    id: "where",
    title: t.whereYouAre,
    says: title,
    items: [{ at, kind: "section", ref, title: t.askedForAPerson(title) }],
  };
}

/** The newest word on each step: "Step 3 did not work: …" counts over an earlier "Step 3 worked". */
function saySteps(items: TrailEntry[]): string {
  const newest = new Map(items.map((item) => [item.ref, item.state]));
  const count = (state: TrailEntry["state"]) => [...newest.values()].filter((each) => each === state).length;
  const [worked, failed] = [count("done"), count("failed")];
  return [...(worked ? [t.worked(worked)] : []), ...(failed ? [t.didNot(failed)] : [])].join(", ");
}

/** The items that are sent: of groups that are on, what was not left out, oldest first. */
export function chooseItems(groups: Group[], off: ReadonlySet<string>): TrailItem[] {
  return groups
    .filter(({ id }) => !off.has(id))
    .flatMap(({ items }) => items.filter(({ at, ref }) => !off.has(itemKey({ at, ref }))))
    .map(({ at, kind, ref, title, detail, version }) => ({
      at,
      kind,
      ref,
      title,
      ...(detail && { detail }),
      ...(version && { version }),
    }))
    .toSorted((a, b) => a.at.localeCompare(b.at));
}

/** What an item is left out by. */
export const itemKey = ({ at, ref }: { at: string; ref: string }): string => `${at} ${ref}`;
