import type { Tell } from "../report.ts";
import { readEmoji } from "./emoji.ts";
import type { Flavour } from "./flavour.ts";
import { readFormulas } from "./formulas.ts";
import { readGitBook } from "./gitbook.ts";
import { readMkdocs } from "./mkdocs.ts";
import { parseMarkdown, type Parsed } from "./parse.ts";

/** Flavours whose sites show `:tada:` as what it stands for. */
const HAVE_EMOJI = new Set<Flavour>(["docusaurus", "gitbook", "mkdocs"]);

type Text = { file: string; body: string; flavour: Flavour; tell: Tell };

/** Reads the text of a page, or of a part that pages share, as its flavour means it. */
export function parsePage({ file, body, flavour, tell }: Text): Parsed {
  const text = readFormulas(body, flavour === "mkdocs", tell);
  const parsed = parseMarkdown(asMarkdown(text, flavour, tell), isMdx(file, flavour), tell);
  if (HAVE_EMOJI.has(flavour)) readEmoji(parsed.tree, tell);
  return parsed;
}

/** Whether braces and lines of `import` are code. */
export const isMdx = (file: string, flavour: Flavour): boolean =>
  file.endsWith(".mdx") || flavour === "docusaurus" || flavour === "mintlify";

function asMarkdown(body: string, flavour: Flavour, tell: Tell): string {
  if (flavour === "mkdocs") return readMkdocs(body, tell);
  return flavour === "gitbook" ? readGitBook(body) : body;
}
