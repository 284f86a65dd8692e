import type { Tell } from "../report.ts";
import { attributeOf, lineOf, paragraph, text, type Jsx, type Node } from "../tree.ts";
import { codeWith } from "./code.ts";
import { fold } from "./levels.ts";
import { listOf, makeCards } from "./parts.ts";

type Make = (element: Jsx, children: Node[], tell: Tell) => Node[];

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
  children.map((child) => (child.type === "code" ? codeWith(attributeOf(element, "title"), child) : child));
/** A picture for light and one for dark: the light one, for the hub's pages are so at first. */
export const themed: Make = (element) => {
  const sources = element.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === "sources");
  const code = sources?.type === "mdxJsxAttribute" && typeof sources.value === "object" ? sources.value?.value : "";
  const url = /\blight\s*:\s*(?:\w+\(\s*)?["']([^"'\n]+)["']/.exec(code ?? "")?.[1];
  return url ? [paragraph([{ type: "image", url, alt: attributeOf(element, "alt") ?? "" }])] : [];
};
/** A file or folder of a drawn tree, a colour and its value. */
export const entry: Make = (element, children) => {
  const name = attributeOf(element, "name");
  const value = attributeOf(element, "value");
  if (!name) return children;
  const words = [{ type: "inlineCode", value: name } as Node, ...(value ? [text(`: ${value}`)] : [])];
  return [listOf([[paragraph(words), ...makeCards(element, children)]])];
};
