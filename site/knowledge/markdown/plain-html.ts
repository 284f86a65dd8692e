import { DomUtils } from "htmlparser2";
import {
  attribute,
  find,
  findAll,
  isElement,
  isInline,
  isUnread,
  parsePage,
  withPart,
  type Element,
  type Node,
} from "../dom.ts";

/**
 * Makes of a built article what any converter understands: what is not text to read goes, the hub's own blocks become
 * headings, paragraphs and quotes. Changes the tree it is given.
 */
export function makePlain(article: Element): void {
  dropUnread(article);
  for (const step of findAll(hasClass("step"), article)) plainStep(step);
  for (const steps of findAll(hasClass("steps"), article)) steps.name = "div";
  for (const trouble of findAll(hasClass("trouble"), article)) plainTrouble(trouble);
  for (const node of findAll(hasClass("dx-node"), article)) plainNode(node);
  for (const note of findAll(hasClass("note"), article)) note.name = "blockquote";
  for (const title of findAll((element) => hasClass("note-t")(element) || hasClass("tab-l")(element), article))
    title.name = "strong";
}

function dropUnread(element: Element): void {
  for (const child of element.children.slice()) {
    if (isUnread(child) && !isFigure(child) && !isTick(child)) DomUtils.removeElement(child);
    else if (isElement(child)) dropUnread(child);
  }
}

/** A drawing has a description, and what stands below it belongs to it; a picture has an address, and a film, with its title, too. */
const isFigure = (node: Node): boolean =>
  isElement(node) &&
  (node.name === "img" ||
    node.name === "video" ||
    (node.name === "figcaption" && !isFilm(node.parent)) ||
    (node.name === "svg" && attribute(node, "role") === "img"));

const isFilm = (node: Element["parent"]): boolean => node !== null && isElement(node) && hasClass("film")(node);

/** Of a task in a list. */
const isTick = (node: Node): boolean =>
  isElement(node) && node.name === "input" && attribute(node, "type") === "checkbox";

function plainStep(step: Element): void {
  step.name = "div";
  const title = find(withPart("title"), step);
  if (title) DomUtils.prependChild(title, text(`Step ${attribute(step, "data-number") ?? ""}: `));
}

/** A question or outcome of a decision tree with its number, and at each answer the number to go on with. */
function plainNode(node: Element): void {
  const title = find(withPart("title"), node);
  if (title) DomUtils.prependChild(title, text(`${attribute(node, "data-number") ?? ""}. `));
  const siblings = node.parent?.children.filter(isElement) ?? [];
  for (const answer of findAll((element) => "data-answer" in element.attribs, node)) {
    const next = siblings.find((each) => attribute(each, "id") === attribute(answer, "data-to"));
    const link = find(withPart("says"), answer);
    if (link) link.name = "span";
    DomUtils.appendChild(answer, text(`→ ${attribute(next ?? node, "data-number") ?? ""}`));
  }
}

/** The symptom as a heading; cause, fix and sign a paragraph each. */
function plainTrouble(trouble: Element): void {
  trouble.name = "div";
  for (const symptom of findAll(({ name }) => name === "summary", trouble)) symptom.name = "h4";
  for (const list of findAll(({ name }) => name === "dl", trouble)) list.name = "div";
  for (const term of findAll(({ name }) => name === "dt", trouble)) {
    term.name = "strong";
    DomUtils.appendChild(term, text(":"));
    DomUtils.append(term, text(" "));
    const said = DomUtils.nextElementSibling(term);
    if (!said) continue;
    said.name = said.children.every(isInline) ? "span" : "div";
  }
}

function text(data: string): Node {
  const [node] = parsePage(data).children;
  if (!node) throw new Error("No text was made");
  return node;
}

const hasClass =
  (name: string) =>
  (element: Element): boolean =>
    (attribute(element, "class") ?? "").split(" ").includes(name);
