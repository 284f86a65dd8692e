import { DomUtils } from "htmlparser2";
import type { KnowledgeBlock } from "#content/knowledge.ts";
import { attribute, find, isElement, isUnread, textOf, withPart, type Element } from "./dom.ts";

export const isTrouble = (element: Element) => "data-troubleshoot" in element.attribs;
export const isFigure = (element: Element) => element.name === "figure";
export const isCode = (element: Element) => element.name === "pre";
export const isTab = (element: Element) => "data-tab" in element.attribs;
type StepPart = NonNullable<Extract<KnowledgeBlock, { type: "step" }>["parts"]>[number];
const isApart = (element: Element) => isTrouble(element) || isFigure(element);

/** The lines of a block of code as they stand. */
export const linesOf = (pre: Element): string => DomUtils.textContent(pre).replace(/^\n+|\s+$/g, "");

/** What a tab is called, with its sign, "HubSpot:" or "", and what it holds. */
export function openTab(element: Element): { label: string; panels: Element[] } {
  const label = find(({ name }) => name === "label", element);
  return {
    label: label ? textOf(label) : "",
    panels: element.children.filter(isElement).filter((child) => child !== label),
  };
}

/** A step's own words, code and tabs; its figures and troubleshooting stand apart. */
export function readStep(element: Element): KnowledgeBlock {
  const read = (name: string) => {
    const found = find(withPart(name), element);
    return found ? textOf(found, (inner) => (isApart(inner) ? "" : undefined)) : "";
  };
  const body = find(withPart("body"), element);
  const parts = body ? readParts(body) : [];
  const expect = read("expect");
  return {
    type: "step",
    id: attribute(element, "id") ?? "",
    number: Number(attribute(element, "data-number")),
    title: read("title"),
    text: read("body"),
    ...(parts.some(({ code, tab }) => code ?? tab) && { parts }),
    ...(expect && { expect }),
  };
}

/** Stands for a block of code or a tab while the words around it are read. */
const MARK = "\u0000";
/** The sign that an item of a list is given, where the item ends with code. */
const SIGN = /^\s*[.;](?=\s|$)/;

function readParts(body: Element): StepPart[] {
  const isPart = (inner: Element) => isCode(inner) || isTab(inner);
  const blocks = findOutermost(body, (inner) => isPart(inner) || isApart(inner)).filter(isPart);
  const words = textOf(body, (inner) => (isApart(inner) ? "" : isPart(inner) ? MARK : undefined)).split(MARK);
  const parts = words.flatMap((text, at) => [
    { text: (at > 0 ? text.replace(SIGN, "") : text).trim() },
    ...blocks.slice(at, at + 1).flatMap((block) => (isTab(block) ? readTab(block) : [readCode(block)])),
  ]);
  return parts.filter(({ text }) => text !== "");
}

const readCode = (block: Element): StepPart => ({ text: linesOf(block), code: true });

/** Its words begin with whose they are, as the step's whole text has it. */
function readTab(element: Element): StepPart[] {
  const { label, panels } = openTab(element);
  const [first, ...rest] = panels.flatMap((panel) => (isCode(panel) ? [readCode(panel)] : readParts(panel)));
  const begun =
    first && !first.code
      ? [{ ...first, text: `${label} ${first.text}`.trim() }]
      : [{ text: label }, ...(first ? [first] : [])];
  return [...begun, ...rest].map((part) => ({ tab: label.replace(/:$/, ""), ...part }));
}

export function readTrouble(element: Element): KnowledgeBlock {
  const part = (name: string) => textOf(find(withPart(name), element) ?? []);
  const summary = find((inner) => inner.name === "summary", element);
  return {
    type: "troubleshoot",
    id: attribute(element, "id") ?? "",
    symptom: textOf(summary ?? []),
    cause: part("cause"),
    fix: part("fix"),
    verify: part("verify"),
  };
}

/** Matching elements inside, without those inside other matches. */
export function findOutermost(element: Element, test: (inner: Element) => boolean): Element[] {
  return element.children
    .filter(isElement)
    .filter((child) => !isUnread(child))
    .flatMap((child) => (test(child) ? [child] : findOutermost(child, test)));
}
