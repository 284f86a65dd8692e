import { choiceOf } from "#site/blocks/choice.ts";
import { isData, listOf, textOf } from "../data.ts";
import { attributeOf, block, childrenOf, dataOf, isJsx, type Jsx, type Node } from "../tree.ts";
import { marksOfCode, titleOfCode } from "#site/build/describe-code.ts";
import { codeWith } from "./code.ts";

/** `<Tabs><TabItem label="npm">`, `<Tab title="npm">` and `<TabItem value="npm">`. What is no tab comes before them. */
export function makeTabs(element: Jsx, children: Node[]): Node[] {
  const isTab = (node: Node): node is Jsx => isJsx(node) && (node.name === "TabItem" || node.name === "Tab");
  const labels = readLabels(element);
  const tabs = children.filter(isTab).map((tab) => {
    const value = attributeOf(tab, "value");
    const label = attributeOf(tab, "label", "title") ?? (value ? (labels.get(value) ?? value) : undefined);
    return { label, content: childrenOf(tab) };
  });
  const beside = children.filter((node) => !isTab(node));
  return tabs.length > 0 ? [...beside, joinTabs(tabs)] : beside;
}

/** Blocks of code under one another, told apart by their titles. */
export function makeCodeGroup(_element: Jsx, children: Node[]): Node[] {
  const tabs: { label: string | undefined; content: Node[] }[] = [];
  for (const child of children) {
    if (child.type !== "code") {
      tabs.at(-1)?.content.push(child);
      continue;
    }
    // the tab says the title
    tabs.push({
      label: titleOfCode(child) ?? child.lang ?? undefined,
      content: [codeWith(undefined, child, marksOfCode(child))],
    });
  }
  return tabs.length > 1 ? [joinTabs(tabs)] : children;
}

/** Views beside each other are for one reader each, as tabs are. */
export function joinViews(nodes: Node[]): Node[] {
  const made: Node[] = [];
  let views: Jsx[] = [];
  const end = () => {
    const tabs = views.map((view) => ({ label: attributeOf(view, "title"), content: childrenOf(view) }));
    if (tabs.length > 0) made.push(joinTabs(tabs));
    views = [];
  };
  for (const node of nodes) {
    if (isJsx(node) && node.name === "View") views.push(node);
    // a line's end between two of them
    else if (views.length === 0 || node.type !== "text" || node.value.trim() !== "") {
      end();
      made.push(node);
    }
  }
  end();
  return made;
}

function joinTabs(tabs: { label?: string; content: Node[] }[]): Node {
  const seen = new Map<string, number>();
  const made = tabs.map(({ label, content }, index) => {
    const name = label?.trim() ? label : `Tab ${index + 1}`;
    const choice = choiceOf(name);
    const times = (seen.get(choice) ?? 0) + 1;
    seen.set(choice, times);
    return block("Tab", { label: times > 1 ? `${name} (${times})` : name }, content);
  });
  return block("Tabs", {}, made);
}

/** `values={[{ label: "npm", value: "npm" }]}` of Docusaurus. */
function readLabels(element: Jsx): Map<string, string> {
  return new Map(
    listOf(dataOf(element, "values")).flatMap((each) => {
      const [label, value] = isData(each) ? [textOf(each["label"]), textOf(each["value"])] : [];
      return label && value ? [[value, label] as const] : [];
    }),
  );
}
