import type { Root } from "mdast";
import { readLiteral } from "../literal.ts";
import { isPicture } from "../source.ts";
import { parse } from "yaml";
import { attributeOf, childrenOf, isJsx, text, type Jsx, type Node } from "../tree.ts";

/** `export const name = "Ada"` and `export const plan = { price: "5 €" }` as `name` and `plan.price`. */
export function readConstants(statement: string): [string, string][] {
  const [, name = "", rest = ""] = /^export\s+const\s+([\w$]+)\s*(?::[^=]+)?=([\s\S]*)$/.exec(statement) ?? [];
  const code = rest.trim().replace(/;$/, "").trim();
  const literal = readLiteral(code);
  if (literal !== undefined) return [[name, literal]];
  if (!/^\{[^{}()`]*\}$/.test(code)) return [];
  try {
    const data: unknown = parse(code.replaceAll("\t", " "), { maxAliasCount: 0, logLevel: "silent" });
    if (typeof data !== "object" || data === null) return [];
    return Object.entries(data).flatMap(([key, value]: [string, unknown]): [string, string][] =>
      typeof value === "string" || typeof value === "number" ? [[`${name}.${key}`, String(value)]] : [],
    );
  } catch {
    return [];
  }
}

/** What a page gives a part that it uses: `<Install package="acme" />`. */
export function readProps(element: Jsx): Map<string, string> {
  const names = element.attributes.flatMap((each) => (each.type === "mdxJsxAttribute" ? [each.name] : []));
  return new Map(
    names.flatMap((name) => {
      const value = attributeOf(element, name);
      return value === undefined ? [] : [[name, value] as const, [`props.${name}`, value] as const];
    }),
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
