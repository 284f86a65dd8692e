import type { Tell } from "../report.ts";
import { readEmoji } from "./emoji.ts";
import type { Flavour } from "./flavour.ts";
import { readFormulas } from "./formulas.ts";
import { readGitBook } from "./gitbook.ts";
import { readMkdocs } from "./mkdocs.ts";
import { parseMarkdown, type Parsed } from "./parse.ts";

/** Flavours whose sites show `:tada:` as what it stands for. */
const HAVE_EMOJI = new Set<Flavour>(["docusaurus", "gitbook", "mkdocs"]);

/** Reads the text of a page, or of a part that pages share, as its flavour means it. */
export function parsePage(body: string, flavour: Flavour, isMdx: boolean, tell: Tell): Parsed {
  const text = readFormulas(body, flavour === "mkdocs", tell);
  const parsed = parseMarkdown(asMarkdown(text, flavour, tell), isMdx, tell);
  if (HAVE_EMOJI.has(flavour)) readEmoji(parsed.tree, tell);
  return parsed;
}

function asMarkdown(body: string, flavour: Flavour, tell: Tell): string {
  if (flavour === "mkdocs") return readMkdocs(body, tell);
  return flavour === "gitbook" ? readGitBook(body) : body;
}
