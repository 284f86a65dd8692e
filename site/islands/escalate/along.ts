/** What goes along with a request for a person: groups that the sender can leave out, each item by itself too. */
import type { TrailItem } from "#server/features/escalation/escalation.schema.ts";
import type { TrailEntry } from "../trail/trail.ts";
import type { Context } from "./context.ts";

export type Group = {
  id: "where" | "pages" | "steps" | "diagnosis" | "checks" | "answers" | "searches" | "errors" | "browser";
  title: string;
  /** One line: what is in it. */
  says: string;
  items: TrailEntry[];
};

type Kind = { id: Group["id"]; title: string; kinds: TrailEntry["kind"][]; one: string; many: string };
const KINDS: Kind[] = [
  {
    id: "pages",
    title: "Pages you read",
    kinds: ["article", "section"],
    one: "page or section",
    many: "pages and sections",
  },
  { id: "steps", title: "Steps", kinds: ["step"], one: "step", many: "steps" },
  {
    id: "diagnosis",
    title: "What you answered in an article",
    kinds: ["diagnosis"],
    one: "set of questions",
    many: "sets of questions",
  },
  {
    id: "checks",
    title: "Checks of your connection",
    kinds: ["check", "trace"],
    one: "check or person you looked up",
    many: "checks and people you looked up",
  },
  {
    id: "answers",
    title: "Questions and answers",
    kinds: ["answer"],
    one: "question to Ask, with its answer",
    many: "questions to Ask, with their answers",
  },
  { id: "searches", title: "Searches", kinds: ["search"], one: "search", many: "searches" },
  { id: "errors", title: "What went wrong here", kinds: ["error"], one: "message", many: "messages" },
];

/** Groups without an item are left out. `now` is when the list is made. */
export function groupTrail(trail: TrailEntry[], context: Context, browser: string, now = new Date()): Group[] {
  const at = now.toISOString();
  const groups: Group[] = [];
  if (context.article) groups.push(groupWhere(context, at));
  for (const { id, title, kinds, one, many } of KINDS) {
    const items = trail.filter(({ kind }) => kinds.includes(kind));
    const count = `${items.length} ${items.length === 1 ? one : many}`;
    if (items.length > 0) groups.push({ id, title, says: id === "steps" ? saySteps(items) : count, items });
  }
  groups.push({
    id: "browser",
    title: "Browser and time zone",
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
    title: "Where you are",
    says: title,
    items: [{ at, kind: "section", ref, title: `Asked for a person at “${title}”` }],
  };
}

/** The newest word on each step: "Step 3 did not work: …" counts over an earlier "Step 3 worked". */
function saySteps(items: TrailEntry[]): string {
  const newest = new Map(items.map((item) => [item.ref, item.state]));
  const count = (state: TrailEntry["state"]) => [...newest.values()].filter((each) => each === state).length;
  return [
    [count("done"), "worked"],
    [count("failed"), "did not"],
  ]
    .flatMap(([number, words]) => (number ? [`${number} ${words}`] : []))
    .join(", ");
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
