import type { Tell } from "../report.ts";
import { SHARED } from "../shared.ts";
import { asFlow, asPhrasing, attributeOf, paragraph, type Jsx, type Node } from "../tree.ts";
import { makeCallout } from "./callout.ts";
import { makeField } from "./field.ts";
import { convertHtml } from "./html.ts";
import { through, type Make } from "./make.ts";
import { makeAccordion, makeCard, makeCards, makeCode } from "./parts.ts";
import { makeVideo } from "./video.ts";
import {
  badge,
  button,
  entry,
  formula,
  leading,
  nothing,
  pageList,
  prompt,
  repository,
  themed,
  titled,
  tooltip,
  update,
  visibility,
} from "./shown.ts";
import { makeSteps } from "./steps.ts";
import { makeTabs, makeCodeGroup } from "./tabs.ts";
import { makeUnknown } from "./unknown.ts";

const callout =
  (kind: string): Make =>
  (element, children) => [
    makeCallout(attributeOf(element, "type", "kind") ?? kind, attributeOf(element, "title"), children),
  ];
/** Read by what it stands in, which has been given the tag itself. */
const kept: Make = (element, children) => [
  { ...element, type: "mdxJsxFlowElement", children: asFlow(children) } as Node,
];
const picture: Make = (element, children, tell) => {
  const attributes = element.attributes.map((each) =>
    "name" in each && each.name === "img" ? { ...each, name: "src" } : each,
  );
  return convertHtml({ ...element, name: "img", attributes }, children, tell);
};
const heading: Make = (element, children, tell) =>
  convertHtml({ ...element, name: attributeOf(element, "as") ?? "h2" }, children, tell);
/** A link that stands for itself. */
const blockLink: Make = (element, children, tell) => [paragraph(asPhrasing(button(element, children, tell)))];

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
  Image: picture,
  Img: picture,
  Picture: picture,
  ThemedImage: themed,
  [SHARED]: kept,
  Titled: titled,
  Visibility: visibility,
  BlockLink: blockLink,
  View: kept,
  Prompt: prompt,
  Terminal: makeCode,
  Latex: formula,
  "GitHub.Repo": repository,
  Banner: through,
  Heading: heading,
  IdealImage: picture,
  DocCardList: pageList,
  TOCInline: () => [],
  Fragment: through,
  "Color.Row": entry,
  "Tree.Folder": entry,
  "Tree.File": entry,
  Color: makeCards,
  "Color.Item": entry,
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
  return makeUnknown(element, children, tell);
}
