import { listOf } from "../data.ts";
import { attributeOf, dataOf, paragraph, text, type Jsx, type Node } from "../tree.ts";
import { inlineCode } from "./make.ts";

/** A parameter of an API: its name and type as a line, then what is said of it. */
export function makeField(element: Jsx, children: Node[]): Node[] {
  const name = attributeOf(element, "name", "path", "query", "body", "header") ?? "";
  const listIn = (of: string) => listOf(dataOf(element, of)).map(String);
  const standard = attributeOf(element, "default") ?? listIn("default").join(", ");
  const facts = [
    ...listIn("pre"),
    attributeOf(element, "type"),
    isSet(element, "required") && "required",
    isSet(element, "deprecated") && "deprecated",
    standard && `default: ${standard}`,
    ...listIn("post"),
  ].filter(Boolean);
  const words = [inlineCode(name), text(facts.length > 0 ? ` (${facts.join(", ")})` : "")];
  return [paragraph(words), ...children];
}

const isSet = (element: Jsx, name: string): boolean => !["false", undefined].includes(attributeOf(element, name));
