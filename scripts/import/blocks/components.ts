import type { Tell } from "../report.ts";
import { asFlow, attributeOf, lineOf, link, paragraph, plainText, strong, text, type Jsx, type Node } from "../tree.ts";
import { makeCallout } from "./callout.ts";
import { makeAccordion, makeCard, makeCards, makeCode, makeField, makeVideo } from "./parts.ts";
import { entry, themed, titled, update, visibility } from "./shown.ts";
import { makeSteps } from "./steps.ts";
import { makeTabs, makeCodeGroup } from "./tabs.ts";

type Make = (element: Jsx, children: Node[], tell: Tell) => Node[];

const callout =
  (kind: string): Make =>
  (element, children) => [
    makeCallout(attributeOf(element, "type", "kind") ?? kind, attributeOf(element, "title"), children),
  ];
const through: Make = (_element, children) => children;
/** Read by what it stands in, which has been given the tag itself. */
const kept: Make = (element, children) => [
  { ...element, type: "mdxJsxFlowElement", children: asFlow(children) } as Node,
];
const nothing: Make = (element, _children, tell) => {
  tell(lineOf(element), `<${element.name}>`, "Left out: it shows no text.");
  return [];
};
const leading: Make = (element, children) => {
  const caption = attributeOf(element, "caption");
  return caption
    ? [...children, paragraph([{ type: "emphasis", children: [{ type: "text", value: caption }] }])]
    : children;
};
const tooltip: Make = (element, children) => {
  const tip = attributeOf(element, "tip", "content", "headline");
  return tip ? [...children, text(` (${tip})`)] : children;
};
const badge: Make = (element, children) => {
  const words = attributeOf(element, "text") ?? plainText(children);
  return words ? [strong(words)] : [];
};
const button: Make = (element, children) => {
  const url = attributeOf(element, "href", "link", "to", "url");
  const words = attributeOf(element, "label", "text", "title") ?? plainText(children);
  return url && words ? [link(url, [text(words)])] : children;
};

/** A link that stands for itself. */
const blockLink: Make = (element, children, tell) => [paragraph(button(element, children, tell))];

/** Components of the flavours, by name. */
const COMPONENTS: Record<string, Make> = {
  Aside: callout("note"),
  Admonition: callout("note"),
  Callout: callout("note"),
  Note: callout("note"),
  Info: callout("note"),
  Tip: callout("tip"),
  Check: callout("note"),
  Warning: callout("warning"),
  Danger: callout("danger"),
  Caution: callout("caution"),
  Important: callout("important"),
  Tabs: makeTabs,
  TabItem: kept,
  Tab: kept,
  CodeGroup: makeCodeGroup,
  CodeTabs: makeCodeGroup,
  Steps: makeSteps,
  Step: kept,
  Stepper: makeSteps,
  Card: makeCard,
  LinkCard: makeCard,
  Tile: makeCard,
  CardGroup: makeCards,
  CardGrid: makeCards,
  Cards: makeCards,
  Columns: makeCards,
  Accordion: makeAccordion,
  Expandable: makeAccordion,
  AccordionGroup: through,
  Details: makeAccordion,
  CodeBlock: makeCode,
  Code: makeCode,
  ParamField: makeField,
  ResponseField: makeField,
  Param: makeField,
  Property: makeField,
  Frame: leading,
  FileTree: through,
  Column: through,
  Panel: through,
  Update: update,
  ThemedImage: themed,
  Titled: titled,
  Visibility: visibility,
  BlockLink: blockLink,
  "Tree.Folder": entry,
  "Tree.File": entry,
  BrowserOnly: through,
  Tooltip: tooltip,
  Badge: badge,
  LinkButton: button,
  Button: button,
  Link: button,
  YouTube: makeVideo,
  Youtube: makeVideo,
  Vimeo: makeVideo,
  Video: makeVideo,
  Icon: nothing,
  Head: nothing,
  Tree: makeCards,
  RequestExample: through,
  ResponseExample: through,
};

/** What becomes of a component. Null for HTML; a component that nobody knows leaves its text behind. */
export function convertComponent(element: Jsx, children: Node[], tell: Tell): Node[] | null {
  const name = element.name ?? "";
  const make = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  if (make) return make(element, children, tell);
  if (!/^[A-Z]|\./.test(name)) return null;
  if (/youtube|vimeo/i.test(name) && attributeOf(element, "id", "src", "url"))
    return makeVideo(element, children, tell);
  const left = [...wordsOf(element, children), ...children];
  const todo = left.length > 0 ? "Its words were kept." : "Nothing of it was kept: write what it showed.";
  tell(lineOf(element), `<${name}>`, `A component that the hub does not have. ${todo}`);
  return left;
}

/** What a component of the source's own most likely shows: a title, a sentence, a link. */
function wordsOf(element: Jsx, children: Node[]): Node[] {
  const title = attributeOf(element, "title", "headline", "heading", "label", "text");
  const said = attributeOf(element, "description", "subtitle")?.replace(/\*\*|`/g, "");
  const given = attributeOf(element, "href", "link", "to", "url");
  // around words of its own an address alone is what a drawn window shows
  const url = title || said || children.length === 0 ? given : undefined;
  const linked = attributeOf(element, "linkText", "buttonText", "cta");
  const lead = url && !linked ? [link(url, [text(title ?? url)])] : title ? [strong(title)] : [];
  return [
    ...(lead.length > 0 ? [paragraph(lead)] : []),
    ...(said ? [paragraph([text(said)])] : []),
    ...(linked ? [paragraph([url ? link(url, [text(linked)]) : strong(linked)])] : []),
  ];
}
