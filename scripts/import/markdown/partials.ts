import path from "node:path";
import type { Root } from "mdast";
import { noteHeadings } from "../links/anchors.ts";
import type { Report } from "../report.ts";
import type { SourceFiles } from "../source.ts";
import { attributeOf, childrenOf, isJsx, walk, type Jsx, type Node } from "../tree.ts";
import { fillConstants, readProps } from "./constants.ts";
import { splitFrontmatter } from "./frontmatter.ts";
import type { Flavour } from "./flavour.ts";
import { parsePage } from "./parse-page.ts";
import { parseMarkdown, type Parsed } from "./parse.ts";

/** Partials within partials: more is a circle. */
const DEEPEST = 5;
const FOLDERS = ["", "snippets/", "_snippets/", "src/"];

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
    const children = childrenOf(parent).flatMap((child): Node[] => {
      const partial = isJsx(child) ? this.#read(child, uses) : null;
      if (partial) return childrenOf(partial);
      this.#inline(child, uses);
      return [child];
    });
    parent.children = children as never; // blocks in the place of a block
  }

  /** Null when it is no partial, or none that is there. */
  #read(element: Jsx, { file, imports, depth = 0 }: Uses): Root | null {
    const asked = imports.get(element.name ?? "") ?? (element.name === "Snippet" ? attributeOf(element, "file") : null);
    const name = asked && this.#find(asked, file);
    const text = name && depth < DEEPEST ? this.#files.read(name) : null;
    if (!name || text === null) return null;
    this.used.add(name);
    const tell = this.#report.about(name);
    const isMdx = !/(?:^|\/)\.gitbook\//.test(name);
    const parsed = parsePage(splitFrontmatter(text, tell).body, this.#flavour, isMdx, tell);
    fillConstants(parsed.tree, readProps(element), { inCode: true });
    this.settle(parsed, name, depth + 1);
    moveLinks(parsed.tree, path.posix.dirname(name), path.posix.dirname(file));
    return parsed.tree;
  }

  /** `import { name } from "/snippets/names.mdx"`: what that file calls so, where it is plain data. */
  #bring(imports: Map<string, string>, file: string): [string, string][] {
    return [...new Set(imports.values())].flatMap((asked) => {
      const name = this.#find(asked, file);
      const text = name && /\bexport\s+const\b/.test(this.#files.read(name) ?? "") ? this.#files.read(name) : null;
      if (!name || !text) return [];
      const { constants } = parseMarkdown(splitFrontmatter(text, () => {}).body, true, () => {});
      if (constants.size > 0) this.used.add(name);
      return [...constants];
    });
  }

  #find(asked: string, file: string): string | undefined {
    const bare = asked.replace(/^(?:@site|~|@)?\/+/, "");
    const beside = path.posix.join(path.posix.dirname(file), asked);
    return [beside, ...FOLDERS.map((folder) => folder + bare)].find((name) => this.#names.has(name));
  }
}

/** What a partial names beside itself is named from the page. */
function moveLinks(tree: Root, from: string, to: string): void {
  for (const node of walk(tree)) {
    if (node.type !== "link" && node.type !== "image") continue;
    const isBeside = !/^(?:[a-z][a-z0-9+.-]*:|[/#?]|$)/i.test(node.url);
    if (isBeside) node.url = path.posix.relative(to, path.posix.join(from, node.url));
  }
}
