import { endOfBrackets } from "../literal.ts";
import { isPicture } from "../source.ts";
import { readConstants } from "./constants.ts";
import { replace, type Scan } from "./scan-state.ts";

const IMPORT = /import\s+(?:[\w*{}\s,$]+\s+from\s+)?(["'])([^"'\n]+)\1[ \t]*;?[^\n]*/y;
const EXPORT = /export\s+(?:default|const|let|var|function|async|class|\{|\*)/y;
/** Where what is imported has a block of ours, or only completes an address. */
const KNOWN = /^(?:@docusaurus\/|@theme\/|@theme-original\/|@astrojs\/starlight\/|astro:|react$)/;

/** Code that is shown as it is: `!!raw-loader!./a.js` and `./a.js?raw`. */
const RAW = /^!*raw-loader!(.+)$|^(.+)\?raw$/;

/** Lines of `import` and `export`: left out. True when there was one. */
export function scanModule(state: Scan): boolean {
  const { source, at, isMdx } = state;
  if (!isMdx) return false;
  IMPORT.lastIndex = at;
  const brought = IMPORT.exec(source);
  if (brought) {
    // formatters write `\_part.mdx`, which is `_part.mdx` in code
    const from = (brought[2] ?? "").replace(/\\(.)/g, "$1");
    const name = /^import\s+(\w+)/.exec(brought[0])?.[1];
    const isPage = /\.mdx?$/.test(from);
    const code = RAW.exec(from);
    if (name && code) state.imports.set(name, code[1] ?? code[2] ?? "");
    else if (!name && /^\.{0,2}\/.*\.[jt]sx?$/.test(from)) state.imports.set(from, from);
    else if (isPage && (name || /^import\s*\{/.test(brought[0]))) state.imports.set(name ?? from, from);
    else if (name && isPicture(from)) state.constants.set(name, from);
    else if (!KNOWN.test(from))
      state.tell(state.line, brought[0], "An import was left out: articles use the hub's blocks only.");
    replace(state, IMPORT.lastIndex, "");
    return true;
  }
  EXPORT.lastIndex = at;
  if (!EXPORT.test(source)) return false;
  const end = endOfStatement(source, at);
  const constants = readConstants(source.slice(at, end));
  for (const [name, value] of constants) state.constants.set(name, value);
  if (constants.length === 0)
    state.tell(state.line, source.slice(at, end), "An export was left out: articles run no code.");
  replace(state, end, "");
  return true;
}

/** What a module gives names to that is plain data. */
export function readExports(source: string): [string, string][] {
  return [...source.matchAll(/^export\s+const\b/gm)].flatMap(({ index }) =>
    readConstants(source.slice(index, endOfStatement(source, index))),
  );
}

/** The first line's end after which no bracket is open. */
function endOfStatement(source: string, at: number): number {
  let from = at;
  for (;;) {
    const bracket = /[\n[{(]/g;
    bracket.lastIndex = from;
    const found = bracket.exec(source);
    if (!found) return source.length;
    if (found[0] === "\n") return found.index;
    const end = endOfBrackets(source, found.index);
    if (end === null) return source.length;
    from = end;
  }
}
