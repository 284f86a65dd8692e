/** An article's text as a component, which draws it with the blocks that it is given, and its headings. */
import path from "node:path";
import { compileFunction } from "node:vm";
import { render, type CollectionEntry } from "astro:content";
import { Fragment, jsx, jsxs } from "astro/jsx-runtime";
import { loadHub } from "#content/hub.ts";
import { formatMistakes } from "#content/mistakes.ts";
import { optimize, processor, syntaxHighlight } from "#site/build/mdx.ts";
import { contentDir } from "#site/content-dir.ts";
import { checkArticle } from "#site/knowledge/check-sources.ts";
import { blankHead } from "#site/knowledge/mdx-tags.ts";
import { atPlaces } from "#site/knowledge/parts/places.ts";
import { readParts } from "#site/knowledge/parts/read-parts.ts";
import { readArticleSource } from "#site/knowledge/read-sources.ts";
import { wholeArticle } from "./whole-article.ts";

type Entry = CollectionEntry<"articles"> | CollectionEntry<"learn">;
type Rendered = Pick<Awaited<ReturnType<typeof render>>, "Content" | "headings">;
type Props = { components?: object };
type Compiled = { MDXContent: (props: Props) => unknown; getHeadings: () => Rendered["headings"] };
type Run = (fragment: unknown, single: unknown, several: unknown) => Compiled;

const IMPORTS = /^import \{[^}]*\} from "astro\/jsx-runtime";$/m;
const EXPORTS = /^export (?:default )?(?=function MDXContent\b|const frontmatter\b|function getHeadings\b)/gm;
const renderer = processor.createMdxRenderer?.({ syntaxHighlight }, { optimize });

/** @throws Error named MDXError, with its place, where the text is no MDX. */
export async function renderArticle(entry: Entry): Promise<Rendered> {
  if (import.meta.env.DEV) refuseWrong(entry);
  if ("deferredRender" in entry && entry.deferredRender) return render(entry);
  const { MDXContent, getHeadings } = await compile(entry);
  const Content = ({ components, ...props }: Props) =>
    MDXContent({ ...props, components: { Fragment, ...components } });
  // Astro draws functions too, by what they return: that is all its type leaves out
  return { Content: Content as unknown as Rendered["Content"], headings: getHeadings() };
}

/** A build has looked at all articles before; here somebody is writing one. */
function refuseWrong({ filePath = "" }: Entry): void {
  // as it is by now: who writes an article may write its group beside it
  const hub = loadHub(contentDir);
  const [standard = "en"] = hub.languages;
  const name = path.relative(contentDir, path.resolve(filePath));
  const { article, mistakes: wrong } = readArticleSource(contentDir, name, {
    parts: readParts(contentDir, standard),
    standard,
  });
  const wrongParts = article.parts.flatMap((part) => part.mistakes);
  const mistakes = [...wrongParts, ...atPlaces([article], [...wrong, ...checkArticle(article, contentDir, hub)])];
  const [first] = mistakes;
  if (!first) return;
  const loc = { file: path.resolve(first.file), line: first.line };
  throw Object.assign(new Error(formatMistakes(mistakes)), { name: "MDXError", loc });
}

async function compile({ filePath = "", data }: Entry): Promise<Compiled> {
  const text = blankHead(wholeArticle(filePath).text);
  const mdx = await renderer;
  if (!mdx) throw new Error("The Markdown processor reads no MDX");
  const { code } = await mdx.process(text, filePath, data).catch((error: Error) => {
    const [, line, column] = /^(\d+):(\d+):/.exec(error.message) ?? [];
    throw Object.assign(error, { name: "MDXError", loc: { file: filePath, line, column } });
  });
  const body = `${code.replace(IMPORTS, "").replace(EXPORTS, "")}\nreturn { MDXContent, getHeadings };`;
  const run = compileFunction(body, ["_Fragment", "_jsx", "_jsxs"], { filename: filePath }) as Run;
  return run(Fragment, jsx, jsxs);
}
