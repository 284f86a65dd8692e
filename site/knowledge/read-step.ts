import { DomUtils } from "htmlparser2";
import type { KnowledgeBlock } from "#content/knowledge.ts";
import { attribute, find, isElement, isUnread, textOf, withPart, type Element } from "./dom.ts";

export const isTrouble = (element: Element) => "data-troubleshoot" in element.attribs;
export const isFigure = (element: Element) => element.name === "figure";
export const isCode = (element: Element) => element.name === "pre";
const isApart = (element: Element) => isTrouble(element) || isFigure(element);

/** The lines of a block of code as they stand. */
export const linesOf = (pre: Element): string => DomUtils.textContent(pre).replace(/^\n+|\s+$/g, "");

/** A step's own words and code; its figures and troubleshooting stand apart. */
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
    ...(parts.some(({ code }) => code) && { parts }),
    ...(expect && { expect }),
  };
}

/** Stands for a block of code while the words around it are read. */
const MARK = "\u0000";
/** The sign that an item of a list is given, where the item ends with code. */
const SIGN = /^\s*[.;](?=\s|$)/;

function readParts(body: Element): { text: string; code?: true }[] {
  const blocks = findOutermost(body, (inner) => isCode(inner) || isApart(inner)).filter(isCode);
  const words = textOf(body, (inner) => (isApart(inner) ? "" : isCode(inner) ? MARK : undefined)).split(MARK);
  const parts = words.flatMap((text, at) => [
    { text: (at > 0 ? text.replace(SIGN, "") : text).trim() },
    ...blocks.slice(at, at + 1).map((block) => ({ text: linesOf(block), code: true as const })),
  ]);
  return parts.filter(({ text }) => text !== "");
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
