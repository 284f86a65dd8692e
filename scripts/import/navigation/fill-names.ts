import path from "node:path";
import { dropComments, endOfBrackets } from "../literal.ts";
import type { SourceFiles } from "../source.ts";

const IMPORT = /\bfrom\s*["'](\.{1,2}\/[^"'\n]+)["']/g;
const ENDINGS = ["", ".js", ".mjs", ".cjs", ".ts", ".mts"];
/** `...guides`, `sidebar: guides` and `sidebar,` */
const USE = /\.\.\.([A-Za-z_$][\w$]*)|\bsidebar\s*:\s*([A-Za-z_$][\w$]*)(?=\s*[,}])|\b(sidebar)(?=\s*[,}])/g;

/** Settings with the lists that they only name, from the same file or from one beside it. Nothing is run. */
export function fillNames(settings: string, file: string, files: SourceFiles): string {
  const code = dropComments(settings);
  const sources = [code, ...importedBy(code, file, files)];
  return code.replace(USE, (use, spread?: string, named?: string, short?: string) => {
    const list = findList(spread ?? named ?? short ?? "", sources);
    if (list === undefined) return use;
    return spread ? list.slice(1, -1).trim().replace(/,$/, "") : `sidebar: ${list}`;
  });
}

const importedBy = (code: string, file: string, files: SourceFiles): string[] =>
  [...code.matchAll(IMPORT)].flatMap(([, asked = ""]) => {
    const bare = path.posix.join(path.posix.dirname(file), asked);
    const name = ENDINGS.map((ending) => bare + ending).find((each) => files.names.includes(each));
    return name ? [dropComments(files.read(name) ?? "")] : [];
  });

/** The list that is given this name, with its brackets. */
function findList(name: string, sources: string[]): string | undefined {
  const given = new RegExp(`\\b(?:const|let|var)\\s+${name.replaceAll("$", "\\$")}\\b[^=\\n]{0,200}=\\s*(?=\\[)`);
  for (const source of sources) {
    const found = given.exec(source);
    const from = found ? found.index + found[0].length : 0;
    const end = found && endOfBrackets(source, from);
    if (end) return source.slice(from, end);
  }
  return undefined;
}
