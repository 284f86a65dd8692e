/** What an article's HTML is made of: its headings and steps, for "On this page" and the quick path. */
import { DomUtils, parseDocument } from "htmlparser2";

type Element = ReturnType<typeof DomUtils.findAll>[number];
export type OutlineStep = { id: string; number: string; title: string; short: string };
/** `language`: of a part that nobody has translated. */
type Entry = { id: string; title: string; language?: string };
export type OutlineSection = Entry & { inner: Entry[] };
export type Outline = {
  sections: OutlineSection[];
  /** Of the first step block; empty when there is none. */
  quickPath: OutlineStep[];
};

export function readOutline(html: string): Outline {
  const body = parseDocument(html).children;
  const marked = DomUtils.findAll((element) => "id" in element.attribs, body);
  const sections: OutlineSection[] = [];
  for (const element of marked) {
    const language = languageOf(element);
    const place = { id: idOf(element), ...(language && { language }) };
    if (element.name === "h2") sections.push({ ...place, title: readText(element), inner: [] });
    else if (element.name === "h3") sections.at(-1)?.inner.push({ ...place, title: readText(element) });
    else if (isStep(element)) sections.at(-1)?.inner.push({ ...place, title: readStep(element).short });
  }
  const [block] = DomUtils.findAll((element) => element.name === "ol" && hasClass(element, "steps"), body);
  return { sections, quickPath: block ? DomUtils.findAll(isStep, block.children).map(readStep) : [] };
}

function readStep(step: Element): OutlineStep {
  const [heading] = DomUtils.findAll((element) => element.attribs["data-part"] === "title", step.children);
  const title = heading ? readText(heading) : "";
  return {
    id: idOf(step),
    number: step.attribs["data-number"] ?? "",
    title,
    short: step.attribs["data-short"] ?? title,
  };
}

/** The words of an element without those that are not the article's, such as the link to the section. */
function readText(element: Element): string {
  const [aside] = DomUtils.findAll((inner) => inner.attribs["data-knowledge"] === "skip", element.children);
  if (aside) DomUtils.removeElement(aside);
  return DomUtils.textContent(element).replace(/\s+/g, " ").trim();
}

function languageOf(element: Element): string | undefined {
  for (let around = element.parent; around && "attribs" in around; around = around.parent)
    if (around.attribs["lang"]) return around.attribs["lang"];
  return undefined;
}

const isStep = (element: Element) => "data-step" in element.attribs;
const idOf = (element: Element) => element.attribs["id"] ?? "";
const hasClass = (element: Element, name: string) => (element.attribs["class"] ?? "").split(" ").includes(name);
