import path from "node:path";
import type { Root } from "mdast";
import { noteHeadings } from "../links/anchors.ts";
import type { Report } from "../report.ts";
import type { SourceFiles } from "../source.ts";
import { attributeOf, childrenOf, isJsx, lineOf, walk, type Jsx, type Node } from "../tree.ts";
import { asShared } from "../shared.ts";
import { fillConstants, readProps } from "./constants.ts";
import { splitFrontmatter } from "./frontmatter.ts";
import type { Flavour } from "./flavour.ts";
import { SNIPPET } from "./mkdocs-words.ts";
import { parsePage } from "./parse-page.ts";
import { parseMarkdown, type Parsed } from "./parse.ts";
import { readExports } from "./scan-module.ts";

/** Partials within partials: more is a circle. */
const DEEPEST = 5;
const FOLDERS = ["", "snippets/", "_snippets/", "src/", "src/content/partials/"];
const SNIPPETS = new RegExp(SNIPPET, "gm");
const MISSING = "The part that it puts in is not in the folder: put its text here.";

type Uses = { file: string; imports: Map<string, string>; depth?: number };

/** Text that pages share, `import Plans from "./_plans.mdx"` or `<Snippet file="plans.mdx" />`: put where it is used. */
export class Partials {
  readonly #files: SourceFiles;
  readonly #names: Set<string>;
  readonly #flavour: Flavour;
  readonly #report: Report;
  readonly used = new Set<string>();

  constructor(files: SourceFiles, flavour: Flavour, report: Report) {
    this.#files = files;
    this.#flavour = flavour;
    this.#names = new Set(files.names);
    this.#report = report;
  }

  /** Puts the partials that a page uses into its tree, and notes what its headings are called. */
  settle({ tree, headingIds, imports, constants }: Parsed, file: string, depth = 0): void {
    fillConstants(tree, new Map([...this.#bring(imports, file), ...constants]));
    this.#inline(tree, { file, imports, depth });
    noteHeadings(tree, headingIds);
  }

  #inline(parent: Node | Root, uses: Uses): void {
    if (!("children" in parent)) return;
    // as a block of the page itself it may become a part
    const isBlock = parent.type === "root" && !uses.depth;
    const children = childrenOf(parent).flatMap((child): Node[] => {
      const partial = isJsx(child) ? this.#read(child, uses) : null;
      if (partial) return isBlock && partial.name ? [asShared(partial.name, partial.children)] : partial.children;
      if (child.type === "code" && this.#flavour === "mkdocs") this.#fillCode(child, uses.file);
      this.#inline(child, uses);
      return [child];
    });
    parent.children = children as never; // blocks in the place of a block
  }

  /** Null when it is no partial. One that is not there is told, and leaves nothing. */
  #read(element: Jsx, { file, imports, depth = 0 }: Uses): { name?: string; children: Node[] } | null {
    const asked = askedBy(element, file, imports);
    if (asked.length === 0) return null;
    const name = asked.map((each) => this.#find(each, file)).find((each) => each !== undefined);
    const text = name && depth < DEEPEST ? this.#files.read(name) : null;
    if (!name || text === null) {
      const given = attributeOf(element, "file");
      const construct = `<${element.name}${given ? ` file="${given}"` : ""}>`;
      this.#report.about(file)(lineOf(element), construct, MISSING);
      return { children: [] };
    }
    this.used.add(name);
    const tell = this.#report.about(name);
    const parsed = parsePage({ file: name, body: splitFrontmatter(text, tell).body, flavour: this.#flavour, tell });
    fillConstants(parsed.tree, readProps(element), { inCode: true });
    this.settle(parsed, name, depth + 1);
    moveLinks(parsed.tree, path.posix.dirname(name), path.posix.dirname(file));
    return { name, children: childrenOf(parsed.tree) };
  }

  /** `import { name } from "/snippets/names.mdx"`: what that file calls so, where it is plain data; code as it is. */
  #bring(imports: Map<string, string>, file: string): [string, string][] {
    return [...imports].flatMap(([imported, asked]): [string, string][] => {
      const name = this.#find(asked, file);
      const text = name && this.#files.read(name);
      if (!name || !text) return [];
      if (imported === asked && !/\.mdx?$/.test(name)) return readExports(text);
      if (!/\.mdx?$/.test(name)) return [[imported, text]];
      if (!/\bexport\s+const\b/.test(text)) return [];
      const { constants } = parseMarkdown(splitFrontmatter(text, () => {}).body, true, () => {});
      if (constants.size > 0) this.used.add(name);
      return [...constants];
    });
  }

  /** Snippets of MkDocs within code. */
  #fillCode(code: Extract<Node, { type: "code" }>, file: string): void {
    code.value = code.value.replace(SNIPPETS, (all, asked: string) => {
      const name = this.#find(asked, file);
      const text = name ? this.#files.read(name) : null;
      if (text === null) this.#report.about(file)(lineOf(code), all, MISSING);
      return text?.trimEnd() ?? all;
    });
  }

  #find(asked: string, file: string): string | undefined {
    const bare = asked.replace(/^(?:@site|~|@)?\/+/, "");
    const beside = path.posix.join(path.posix.dirname(file), asked);
    return [beside, ...FOLDERS.map((folder) => folder + bare)].find((name) => this.#names.has(name));
  }
}

/** The files that it may mean, by the names that a page has for them. Empty when it is no partial. */
function askedBy(element: Jsx, file: string, imports: Map<string, string>): string[] {
  const imported = imports.get(element.name ?? "");
  if (imported) return [imported];
  const asked = attributeOf(element, "file");
  if (element.name === "Snippet" && asked) return [asked];
  if (element.name !== "Render" || !asked) return [];
  // those of a product lie in its folder
  const product = attributeOf(element, "product");
  return (product ? [product] : file.split("/").slice(0, -1)).map((folder) => `/${folder}/${asked}.mdx`);
}

/** What a partial names beside itself is named from the page. */
function moveLinks(tree: Root, from: string, to: string): void {
  for (const node of walk(tree)) {
    if (node.type !== "link" && node.type !== "image") continue;
    const isBeside = !/^(?:[a-z][a-z0-9+.-]*:|[/#?]|$)/i.test(node.url);
    if (isBeside) node.url = path.posix.relative(to, path.posix.join(from, node.url));
  }
}
