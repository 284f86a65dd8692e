import type { Element, ElementContent } from "hast";
import { tag, type Jsx, type Node } from "../tree.ts";
import { classesOf, elementsOf, findElement, hasRole, isElement, propertyOf, wordsOf } from "./elements.ts";

type Read = (nodes: ElementContent[]) => Node[];

const KINDS = "note tip info warning caution danger important success error attention hint";
const NAMED = new RegExp(
  `^(?:theme-|intercom-interblocks-)?(?:admonition|callout|alert|notice|starlight-aside|${KINDS.replaceAll(" ", "|")})$`,
);
const KIND = new RegExp(`(?:^|-)(${KINDS.replaceAll(" ", "|")})$`);

/** Intercom tells kinds by colours alone. */
const RED = /border-color:\s*#fd3a57/i;

/** A box beside the text: an admonition, a callout, a notice. */
export function readCallout(element: Element, read: Read): Jsx | null {
  if (!isElement(element, "div", "aside", "p", "blockquote", "section")) return null;
  const classes = classesOf(element).map((name) => name.replace(/_.*$/, ""));
  const said = propertyOf(element, "dataCalloutType");
  const isNamed = said !== undefined || classes.some((name) => NAMED.test(name));
  // a class such as `info` may name a part of the page too
  if (!isNamed || findElement(element, ({ tagName }) => /^(?:h[1-3]|main|article)$/.test(tagName))) return null;
  const isRed = RED.test(propertyOf(element, "style") ?? "");
  const kind =
    said ?? (isRed ? "warning" : undefined) ?? classes.flatMap((name) => KIND.exec(name)?.[1] ?? [])[0] ?? "note";
  const heading = element.children.find(
    (child): child is Element => isElement(child) && classesOf(child).some((name) => /(?:heading|title)/i.test(name)),
  );
  const title = heading && wordsOf(heading);
  const isOwn = title && !KINDS.split(" ").includes(title.toLowerCase());
  const rest = element.children.filter((child) => child !== heading);
  return tag("Aside", { type: kind, title: isOwn ? title : undefined }, read(rest));
}

/** Tabs as assistive programs know them: a list of tabs, and panels that they control. */
export function readTabs(element: Element, read: Read): Jsx | null {
  const isWhole = (each: Element) => hasPart(each, "tablist") && hasPart(each, "tabpanel");
  if (!isWhole(element) || element.children.some((child) => isElement(child) && isWhole(child))) return null;
  const own = [...elementsOf(element)];
  const tabs = own.filter((each) => hasRole(each, "tab"));
  const panels = own.filter((each) => hasRole(each, "tabpanel"));
  const made = panels.map((panel, index) => {
    const id = propertyOf(panel, "id");
    const by = propertyOf(panel, "ariaLabelledBy");
    const named = tabs.find(
      (each) => (id && propertyOf(each, "ariaControls") === id) || (by && propertyOf(each, "id") === by),
    );
    const title = named ?? tabs[index];
    return tag("Tab", { title: (title && wordsOf(title)) || undefined }, read(panel.children));
  });
  return tag("Tabs", {}, made);
}

const hasPart = (element: Element, role: string): boolean =>
  findElement(element, (each) => hasRole(each, role)) !== undefined;

/** Buttons that unfold what stands right behind them: sections, which are open. */
export function readFolds(element: Element, read: Read): Jsx | null {
  const parts: Node[] = [];
  let from = 0;
  for (const [at, child] of element.children.entries()) {
    const button = isElement(child) && at >= from ? toggleIn(child) : undefined;
    const behind = element.children.findIndex((each, index) => index > at && isElement(each));
    const panel = element.children[behind];
    if (!button || !panel || !isElement(panel)) continue;
    parts.push(...read(element.children.slice(from, at)));
    parts.push(tag("Accordion", { title: wordsOf(button) }, read(panel.children)));
    from = behind + 1;
  }
  return from === 0 ? null : tag("AccordionGroup", {}, [...parts, ...read(element.children.slice(from))]);
}

/** The button that an element is, or that says all of its words. */
function toggleIn(element: Element): Element | undefined {
  const isToggle = (each: Element) => each.tagName === "button" && propertyOf(each, "ariaExpanded") !== undefined;
  const found = isToggle(element) ? element : findElement(element, isToggle);
  return found && wordsOf(found) !== "" && wordsOf(found) === wordsOf(element) ? found : undefined;
}

/** Starlight's steps are a numbered list. */
export function readSteps(element: Element, read: Read): Jsx | null {
  if (!isElement(element, "ol") || !classesOf(element).includes("sl-steps")) return null;
  const list: Element = { ...element, properties: {} };
  return tag("Steps", {}, read([list]));
}
