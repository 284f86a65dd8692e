import type { MdastPlugin } from "./plugins.ts";

const TITLE = /(?:^|\s)(?:title|filename)=(?:"([^"]+)"|'([^']+)'|([^\s"'{}]+))/;

/** `title="a.ts"`, `title=a.ts` or `filename=…` of what stands behind the fence; without a language in its place. */
export function titleOfCode({ lang, meta }: { lang?: string | null; meta?: string | null }): string | undefined {
  const [, double, single, bare] = TITLE.exec(`${lang ?? ""} ${meta ?? ""}`) ?? [];
  return double ?? single ?? bare;
}

/** Code with a title stands in a block of the hub's that shows it. */
export const titleCode = {
  name: "title-code",
  code(node, context) {
    const title = titleOfCode(node);
    if (title === undefined) return;
    const attributes = [{ type: "mdxJsxAttribute" as const, name: "title", value: title }];
    context.wrapNode(node, { type: "mdxJsxFlowElement", name: "TitledCode", attributes, children: [] });
  },
} satisfies MdastPlugin;
