/**
 * What was pressed may go away when it is done, with its row or its part, and would take the keyboard's place along. The
 * focus then goes to what stands there now: the row that it was in, the row after it, the one before, or the heading.
 */
import { focusOn } from "#site/islands/dom.ts";

const ROW = "li, tr:not(thead tr)";

/** For whatever is in `root`, now and later, and whatever takes it away. */
export function keepPlace(root: HTMLElement): void {
  let held: Element | null = null;
  root.addEventListener("focusin", ({ target }) => (held = target instanceof Element ? target : null));
  root.addEventListener("focusout", ({ target }) =>
    // some browsers say it of what goes away too, a moment before it has
    queueMicrotask(() => {
      if (held === target && held?.isConnected && held !== document.activeElement) held = null;
    }),
  );
  new MutationObserver((records) => {
    if (!held || held.isConnected) return;
    const lost = held;
    held = null;
    // a link that goes was followed; and whoever has moved the focus already knows better
    if (lost.matches("a") || document.activeElement !== document.body) return;
    const place = findPlace(lost, records);
    focusOn(place ?? document.getElementById("Main"));
    place?.scrollIntoView({ block: "nearest" });
  }).observe(root, { childList: true, subtree: true });
}

function findPlace(lost: Element, records: MutationRecord[]): HTMLElement | null {
  const left = findGap(lost, records);
  const section = left?.around.closest("section");
  // outside of any section another view stands there now
  if (!left || !section) return null;
  const around = left.around.closest<HTMLElement>(ROW);
  const beside = rowsIn(left.after)[0] ?? rowsIn(left.before).at(-1);
  return (left.byRow ? (beside ?? around) : (around ?? beside)) ?? findHeading(section);
}

/** `around` is still there; `byRow`: a whole row is gone. */
type Gap = { byRow: boolean; around: Element; after: Element | null; before: Element | null };

/** Where the outermost of what went away with it stood: what was in it may have been taken out of it first. */
function findGap(lost: Element, records: MutationRecord[]): Gap | null {
  let gone = lost;
  let gap: Gap | null = null;
  for (const { target, removedNodes, nextSibling, previousSibling } of records)
    for (const removed of removedNodes) {
      if (!removed.contains(gone) || !(target instanceof Element)) continue;
      const byRow = removed instanceof Element && removed.matches(ROW);
      gap = {
        byRow,
        around: target,
        after: toElement(nextSibling, "nextSibling", records),
        before: toElement(previousSibling, "previousSibling", records),
      };
      gone = target;
    }
  return gap;
}

/** The first element from there that is still there, where there is text between, or more that has gone at once. */
function toElement(from: Node | null, to: "nextSibling" | "previousSibling", records: MutationRecord[]) {
  const passed = new Set<Node>();
  let at = from;
  while (at && !(at instanceof Element && at.isConnected)) {
    if (passed.has(at)) return null;
    passed.add(at);
    at = at.isConnected ? at[to] : besideGone(at, to, records);
  }
  return at;
}

/** What stood there when it was taken out last. */
const besideGone = (gone: Node, to: "nextSibling" | "previousSibling", records: MutationRecord[]): Node | null =>
  records.findLast(({ removedNodes }) => [...removedNodes].includes(gone as ChildNode))?.[to] ?? null;

/** The element where it is a row, or else the rows in it. */
function rowsIn(element: Element | null): HTMLElement[] {
  if (element instanceof HTMLElement && element.matches(ROW)) return [element];
  return [...(element?.querySelectorAll<HTMLElement>(ROW) ?? [])];
}

function findHeading(section: Element): HTMLElement | null {
  const heading = section.querySelector<HTMLElement>("h1, h2, h3, h4");
  const outer = section.parentElement?.closest("section");
  return heading ?? (outer ? findHeading(outer) : null);
}
