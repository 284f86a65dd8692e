import type { Root } from "mdast";
import { readData, readLiteral } from "../literal.ts";
import { isPicture } from "../source.ts";
import { isData } from "../data.ts";
import { attributeOf, childrenOf, dataOf, isJsx, text, type Jsx, type Node } from "../tree.ts";

/** `export const name = "Ada"` and `export const plan = { price: "5 €" }` as `name` and `plan.price`. */
export function readConstants(statement: string): [string, string][] {
  const [, name = "", rest = ""] = /^export\s+const\s+([\w$]+)\s*(?::[^=]+)?=([\s\S]*)$/.exec(statement) ?? [];
  const code = rest.trim().replace(/;$/, "").trim();
  const literal = readLiteral(code);
  if (literal !== undefined) return [[name, literal]];
  if (!/^\{[^{}()`]*\}$/.test(code)) return [];
  return textsIn(readData(code)).map(([key, value]) => [`${name}.${key}`, value]);
}

const textsIn = (data: unknown): [string, string][] =>
  Object.entries(isData(data) ? data : {}).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" || typeof value === "number" ? [[key, String(value)]] : [],
  );

/** What a page gives a part that it uses: `<Install package="acme" />`. */
export function readProps(element: Jsx): Map<string, string> {
  const names = element.attributes.flatMap((each) => (each.type === "mdxJsxAttribute" ? [each.name] : []));
  const given = names.flatMap((name): [string, string][] => {
    const value = attributeOf(element, name);
    return value === undefined ? [] : [[name, value]];
  });
  return new Map(
    [...given, ...textsIn(dataOf(element, "params"))].flatMap(([name, value]) => [
      [name, value],
      [`props.${name}`, value],
    ]),
  );
}

/** Puts in what an expression only names: nothing is computed. A picture that was imported is one where it is used. */
export function fillConstants(parent: Node | Root, constants: Map<string, string>, { inCode = false } = {}): void {
  if (constants.size === 0 || !("children" in parent)) return;
  const children = childrenOf(parent).map((child): Node => {
    if (child.type === "mdxTextExpression" || child.type === "mdxFlowExpression") {
      const value = constants.get(child.value.trim());
      return value === undefined ? child : { ...text(value), position: child.position };
    }
    if (child.type === "code" && inCode)
      return {
        ...child,
        value: child.value.replace(/\{\s*([\w.]+)\s*\}/g, (all, name: string) => constants.get(name) ?? all),
      };
    if (isJsx(child)) {
      const url = constants.get(child.name ?? "");
      if (url && isPicture(url))
        return { type: "image", url, alt: attributeOf(child, "title", "alt") ?? "", position: child.position };
      fillAttributes(child, constants);
    }
    fillConstants(child, constants, { inCode });
    return child;
  });
  parent.children = children as never; // words in the place of an expression, a picture in that of a tag
}

function fillAttributes(element: Jsx, constants: Map<string, string>): void {
  for (const attribute of element.attributes) {
    if (attribute.type !== "mdxJsxAttribute" || typeof attribute.value !== "object") continue;
    const value = constants.get(attribute.value?.value.replace(/\.src$/, "").trim() ?? "");
    if (value !== undefined) attribute.value = value;
  }
}
