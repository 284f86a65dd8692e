import { mdxToJs } from "satteri";
import { expect, test } from "vitest";
import { titleCode } from "#site/build/title-code.ts";

const titleIn = async (info: string): Promise<string | undefined> => {
  const { code } = await mdxToJs(`\`\`\`${info}\nx\n\`\`\`\n`, { mdastPlugins: [titleCode] });
  return /title: ("(?:[^"\\]|\\.)*")/.exec(code)?.[1];
};

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
