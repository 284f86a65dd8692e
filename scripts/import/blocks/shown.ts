import { marksOfCode } from "#site/build/describe-code.ts";
import { FORMULA } from "../markdown/formulas.ts";
import { isData } from "../data.ts";
import {
  attributeOf,
  codeOf,
  dataOf,
  lineOf,
  link,
  paragraph,
  plainText,
  strong,
  text,
  type Jsx,
  type Node,
} from "../tree.ts";
import { codeWith } from "./code.ts";
import { fold } from "./levels.ts";
import { caption, inlineCode, makeList, type Make } from "./make.ts";
import { makeCards, makeCode } from "./parts.ts";
import { saidIn } from "./said.ts";

/** `<Update label="October 2024" description="v0.1">`: a section of its own, as its label stands beside it. */
export const update: Make = (element, children) => {
  const label = [attributeOf(element, "label", "date"), attributeOf(element, "description")].filter(Boolean).join(": ");
  return label ? fold({ type: "heading", depth: 2, children: [{ type: "text", value: label }] }, children) : children;
};
/** Of Mintlify's: what is for programs alone no reader has seen. */
export const visibility: Make = (element, children, tell) => {
  if (attributeOf(element, "for") !== "agents") return children;
  tell(lineOf(element), `<${element.name} for="agents">`, "Left out: no reader has seen it.");
  return [];
};
/** Code whose title stands around it. */
export const titled: Make = (element, children) =>
  children.map((child) =>
    child.type === "code" ? codeWith(attributeOf(element, "title"), child, marksOfCode(child)) : child,
  );
/** A picture for light and one for dark: the light one, for the hub's pages are so at first. */
export const themed: Make = (element) => {
  const url = /\blight\s*:\s*(?:\w+\(\s*)?["']([^"'\n]+)["']/.exec(codeOf(element, "sources") ?? "")?.[1];
  return url ? [paragraph([{ type: "image", url, alt: attributeOf(element, "alt") ?? "" }])] : [];
};
/** A file or folder of a drawn tree, a colour and its value, which may be one for light and one for dark. */
export const entry: Make = (element, children) => {
  const name = attributeOf(element, "name");
  const title = attributeOf(element, "title");
  const given = dataOf(element, "value");
  const twins = isData(given) ? Object.entries(given).map(([theme, colour]) => `${theme}: ${String(colour)}`) : [];
  const value = attributeOf(element, "value") ?? twins.join(", ");
  if (!name && !title) return children;
  const lead = name ? inlineCode(name) : text(title ?? "");
  return [makeList([[paragraph([lead, ...(value ? [text(`: ${value}`)] : [])]), ...makeCards(element, children)]])];
};
/** Text to copy, under what is said of it. */
export const prompt: Make = (element, children, tell) => {
  const said = saidIn(element, "description");
  return [...(said.length > 0 ? [paragraph(said)] : []), ...makeCode(element, children, tell)];
};
export const formula: Make = (element, _children, tell) => {
  const value = attributeOf(element, "code") ?? "";
  tell(lineOf(element), value, FORMULA);
  return [inlineCode(value)];
};
/** Words on a coloured ground. Several under one another are none of the same line. */
export const badge: Make = (element, children) => {
  const words = attributeOf(element, "text") ?? plainText(children);
  return words ? asBlock(element, strong(words)) : [];
};
export const button: Make = (element, children) => {
  const url = attributeOf(element, "href", "link", "to", "url");
  const words = attributeOf(element, "label", "text", "title") ?? plainText(children);
  return url && words ? asBlock(element, link(url, [text(words)])) : children;
};
const asBlock = ({ type }: Jsx, words: Node): Node[] => (type === "mdxJsxFlowElement" ? [paragraph([words])] : [words]);

export const repository: Make = (element) => {
  const name = (attributeOf(element, "repo") ?? "").replace("https://github.com/", "");
  return name ? [paragraph([link(`https://github.com/${name}`, [text(name)])])] : [];
};
export const tooltip: Make = (element, children) => {
  const [headline, tip] = [saidIn(element, "headline"), saidIn(element, "tip", "content")];
  const url = attributeOf(element, "href");
  const more = attributeOf(element, "cta");
  const said = headline.length > 0 && tip.length > 0 ? [...headline, text(": "), ...tip] : [...headline, ...tip];
  if (said.length === 0) return children;
  return [...children, text(" ("), ...said, ...(url && more ? [text(" "), link(url, [text(more)])] : []), text(")")];
};
export const nothing: Make = (element, _children, tell) => {
  tell(lineOf(element), `<${element.name}>`, "Left out: it shows no text.");
  return [];
};
export const leading: Make = (element, children) => {
  const hint = saidIn(element, "hint");
  const below = saidIn(element, "caption");
  return [...(hint.length > 0 ? [paragraph(hint)] : []), ...children, ...(below.length > 0 ? [caption(below)] : [])];
};
export const pageList: Make = (element, _children, tell) => {
  const todo = "A list of pages that is made by itself was left out: the hub's topics list theirs.";
  tell(lineOf(element), `<${element.name}>`, `${todo} Link to one if readers need it.`);
  return [];
};
