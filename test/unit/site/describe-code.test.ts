import { mdxToJs } from "satteri";
import { describe, expect, test } from "vitest";
import { markLines, nameTokens } from "#site/blocks/mark-lines.ts";
import { describeCode, marksOfCode } from "#site/build/describe-code.ts";

const compile = async (info: string): Promise<string> =>
  (await mdxToJs(`\`\`\`${info}\nx\n\`\`\`\n`, { mdastPlugins: [describeCode] })).code;
const titleIn = async (info: string) => /title: ("(?:[^"\\]|\\.)*")/.exec(await compile(info))?.[1];

describe("behind the fence", () => {
  test("code has its title, in whichever way it is written", async () => {
    for (const info of ['ts title="a b.ts"', "ts title='a b.ts' {1,3}", 'ts showLineNumbers filename="a b.ts"'])
      expect(await titleIn(info)).toBe('"a b.ts"');
    expect(await titleIn("ts title=src/a.ts wrap")).toBe('"src/a.ts"');
    expect(await titleIn('title="notes"')).toBe('"notes"');
  });

  test("code without a title has none", async () => {
    for (const info of ["", "ts", "ts {1,3}", "ts subtitle=a", 'ts title=""', "ts title={name}"])
      expect(await titleIn(info)).toBeUndefined();
  });

  test("lines are named as in Starlight, and nothing else is taken for them", () => {
    expect(marksOfCode({ lang: "ts", meta: 'title="{9}" {1, 3-5} ins={2} del={6} wrap' })).toEqual({
      mark: "1,3-5",
      ins: "2",
      del: "6",
      wrap: "",
    });
    expect(marksOfCode({ lang: "{2}" })).toEqual({ mark: "2" });
    for (const meta of [null, "showLineNumbers", "theme={null}", "{.python}", 'title="wrap"', "nowrap", "/{1}/"])
      expect(marksOfCode({ lang: "ts", meta })).toEqual({});
  });

  test("code of which nothing is said stands alone", async () => {
    expect(await compile("ts")).not.toContain("DescribedCode");
    expect(await compile("ts {1}")).toContain("DescribedCode");
  });
});

describe("lines of code", () => {
  const block = (code: string) =>
    `<div class="code"><pre class="language-ts"><code class="language-ts">${code}</code></pre></div>`;

  test("are marked whole, words that go over several lines too", () => {
    expect(markLines(block('<span class="t-comment">/* a\nb */</span>\nc\n'), { mark: "2", ins: "3" })).toBe(
      block(
        '<span class="t-comment">/* a\n</span><mark class="code-l"><span class="t-comment">b */</span>\n</mark><ins class="code-l">c\n</ins>',
      ),
    );
  });

  test("that go are left out of what is searched and copied; numbers without a line do nothing", () => {
    expect(markLines(block("a\nb\n"), { del: "1,9" })).toBe(
      block('<del class="code-l" data-knowledge="skip" data-pagefind-ignore>a\n</del>b\n'),
    );
  });

  test("break where the writer lets them", () => {
    expect(markLines(block("a"), { wrap: "" })).toContain("<pre data-wrap class=");
  });

  test("have no class of the highlighter's, which may be one of the hub's", () => {
    const html =
      '<span class="token prefix deleted">-</span><span class="token line"> a</span><span class="token attr-name">b</span>';
    expect(nameTokens(html)).toBe('<span class="t-deleted">-</span><span> a</span><span>b</span>');
  });
});
