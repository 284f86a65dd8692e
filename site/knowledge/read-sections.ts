import type { KnowledgeBlock, KnowledgeSection } from "#content/knowledge.ts";
import { attribute, isElement, isInline, isUnread, textOf, type Element, type Node } from "./dom.ts";
import {
  findOutermost,
  isFigure,
  isCode,
  isTab,
  isTrouble,
  linesOf,
  openTab,
  readStep,
  readTrouble,
} from "./read-step.ts";

const isStep = (element: Element) => "data-step" in element.attribs;
/** What an outcome of a decision tree says holds for those who answered so, and nobody else: it is no passage. */
const isTree = (element: Element) => "data-diagnose" in element.attribs;
const isCodeTitle = (element: Element) => attribute(element, "class") === "code-t";

/** The title is read by itself; a table's head means nothing without its rows. */
const SKIPPED = new Set(["h1", "thead"]);

/** The sections of a built article, in order: a new one at every h2 and h3 that has an id and is not a step's title. */
export function readSections(article: Element, title: string): KnowledgeSection[] {
  const { sections, add, addProse, open, within } = collectSections(title);

  /** Text beside blocks ("<li>Before <ul>…</ul></li>") makes a block of its own; then the blocks follow in order. */
  const readChildren = (element: Element) => {
    let run: Node[] = [];
    const endRun = () => {
      addProse(textOf(run));
      run = [];
    };
    for (const child of element.children) {
      if (isInline(child)) {
        run.push(child);
        continue;
      }
      endRun();
      if (isElement(child)) read(child);
    }
    endRun();
  };

  const readTab = (element: Element) => {
    const { label, panels } = openTab(element);
    within({ tab: label && `${label} ` }, () => panels.forEach(read));
  };

  const read = (element: Element): void => {
    if (isUnread(element) || SKIPPED.has(element.name)) return;
    const id = attribute(element, "id");
    if ((element.name === "h2" || element.name === "h3") && id) open(element, id);
    else if (isTrouble(element)) add(readTrouble(element));
    else if (isTree(element)) return;
    else if (isTab(element)) readTab(element);
    else if (element.name === "tr") addProse(readRow(element));
    else if (isCode(element)) addProse(textOf(element), linesOf(element));
    else if (isCodeTitle(element)) addProse(textOf(element), "");
    else if (isStep(element)) {
      add(readStep(element));
      findOutermost(element, isTrouble).forEach((trouble) => add(readTrouble(trouble)));
      findOutermost(element, isFigure).forEach((figure) => addProse(textOf(figure)));
    } else if (element.name === "li") within({ item: true }, () => readChildren(element));
    else readChildren(element);
  };
  read(article);
  return sections.filter((section) => section.blocks.length > 0).map(withKind);
}

const readRow = (row: Element): string =>
  row.children
    .filter(isElement)
    .map((cell) => textOf(cell))
    .join(" · ");

function collectSections(title: string) {
  const sections: KnowledgeSection[] = [{ id: "", heading: title, path: [title], kind: "prose", blocks: [] }];
  const add = (...blocks: KnowledgeBlock[]) => sections.at(-1)?.blocks.push(...blocks);
  let around = { tab: "", item: false };
  return {
    sections,
    add,
    /** Each block of a tab begins with whose it is, "HubSpot: …": what is found or quoted may be one item of a long list. */
    addProse: (text: string, code?: string) => {
      const marks = { ...(around.item && ({ item: true } as const)), ...(code !== undefined && { code }) };
      if (text) add({ type: "prose", text: around.tab + text, ...marks });
    },
    open: (heading: Element, id: string) => {
      const text = textOf(heading);
      const above = heading.name === "h3" ? sections.findLast((section) => section.path.length === 2) : undefined;
      sections.push({ id, heading: text, path: [...(above?.path ?? [title]), text], kind: "prose", blocks: [] });
    },
    /** What `read` adds stands in a tab or a list's item. */
    within: (what: Partial<typeof around>, read: () => void) => {
      const outer = around;
      around = { ...outer, ...what };
      read();
      around = outer;
    },
  };
}

const withKind = (section: KnowledgeSection): KnowledgeSection => {
  const types = new Set(section.blocks.map((block) => block.type));
  return { ...section, kind: types.has("step") ? "steps" : types.has("troubleshoot") ? "troubleshooting" : "prose" };
};
