import type { MdastPlugin } from "./plugins.ts";

type Fence = { lang?: string | null; meta?: string | null };
/** Lines as they are named behind the fence, "1,3-5": those to look at, those that come in and those that go. */
export const LINE_KINDS = ["mark", "ins", "del"] as const;
export type LineKind = (typeof LINE_KINDS)[number];
export type CodeDescription = { title?: string; wrap?: "" } & Partial<Record<LineKind, string>>;

const TITLE = /(?:^|\s)(?:title|filename)=(?:"([^"]+)"|'([^']+)'|([^\s"'{}]+))/;
/** Of the kinds above; lines without one are to look at. */
const LINES = /(?:^|\s)(?:(mark|ins|del)=)?\{\s*(\d[\d\s,-]*)\}/g;

/** `title="a.ts"`, `title=a.ts` or `filename=…` of what stands behind the fence; without a language in its place. */
export function titleOfCode(fence: Fence): string | undefined {
  const [, double, single, bare] = TITLE.exec(infoOf(fence)) ?? [];
  return double ?? single ?? bare;
}

/** What is said of lines and their breaks behind the fence: `{1,3-5}`, `ins={2}`, `del={3}`, `wrap`. */
export function marksOfCode(fence: Fence): Omit<CodeDescription, "title"> {
  const info = infoOf(fence).replace(/"[^"]*"|'[^']*'/g, '""');
  const said: Omit<CodeDescription, "title"> = /(?:^|\s)wrap(?:\s|$)/.test(info) ? { wrap: "" } : {};
  for (const [, kind = "mark", numbers = ""] of info.matchAll(LINES))
    said[kind as LineKind] = numbers.replace(/\s/g, ""); // the pattern has these kinds alone
  return said;
}

const infoOf = ({ lang, meta }: Fence): string => `${lang ?? ""} ${meta ?? ""}`;

/** Code of which a title or marks are said stands in a block of the hub's that shows them. */
export const describeCode = {
  name: "describe-code",
  code(node, context) {
    const title = titleOfCode(node);
    const description = { ...(title !== undefined && { title }), ...marksOfCode(node) };
    const attributes = Object.entries(description).map(([name, value]) => ({
      type: "mdxJsxAttribute" as const,
      name,
      value,
    }));
    if (attributes.length === 0) return;
    context.wrapNode(node, { type: "mdxJsxFlowElement", name: "DescribedCode", attributes, children: [] });
  },
} satisfies MdastPlugin;
