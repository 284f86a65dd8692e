import { options, render } from "preact";

/** What Preact keeps of a drawn part, by the names that it has for its own add-ons: children, parent, DOM node, component. */
type Drawn = {
  type: unknown;
  __k?: (Drawn | null)[] | null;
  __?: Drawn | null;
  __e?: Node | null;
  __c?: { __P?: Node | null } | null;
};
const hooks = options as { __b?: (part: Drawn) => void };
const before = hooks["__b"];

/**
 * A browser that translates a page puts `<font>` elements in place of its texts. Preact would go on to write to texts
 * that are no longer in the page: what was said first would stay, and be said again beside what is new. So what is drawn
 * anew gets its texts back first; the browser translates them again.
 */
hooks["__b"] = (part) => {
  // only what is drawn anew has children already
  const place = part["__k"] && part["__c"]?.["__P"];
  if (place instanceof Element && place.querySelector("font")) {
    let top = part;
    while (typeof top.type === "function" && top["__"]) top = top["__"];
    putBack(top, typeof top.type === "string" ? top["__e"] : place);
  }
  before?.(part);
};

function putBack(part: Drawn, place: Node | null | undefined): void {
  if (!(place instanceof Element)) return;
  const own = nodesOf(part);
  if (own.every((node) => node.parentNode === place)) return;
  for (const font of place.querySelectorAll(":scope > font")) font.remove();
  for (const [at, node] of [...own.entries()].toReversed())
    if (node.parentNode !== place) place.insertBefore(node, own[at + 1] ?? null);
}

/** The nodes of a part within its element; those within them have got their own back. */
function nodesOf(part: Drawn): Node[] {
  return (part["__k"] ?? []).flatMap((child) => {
    if (!child) return [];
    if (typeof child.type === "function") return nodesOf(child);
    putBack(child, child["__e"]);
    return child["__e"] ?? [];
  });
}

/** Draws a part of a page into an element. */
export const draw = render;
