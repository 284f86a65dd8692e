import { isMap, LineCounter, parseDocument } from "yaml";
import type { Data } from "../data.ts";
import type { Tell } from "../report.ts";

const BLOCK = /^\uFEFF?---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/;

/** Takes the YAML at the head of a file apart from its text, whose lines keep their numbers. */
export function splitFrontmatter(source: string, tell: Tell): { data: Data; body: string } {
  const toml = TOML.exec(source);
  if (toml)
    return { data: readToml(toml[1] ?? ""), body: toml[0].replace(/[^\n]/g, "") + source.slice(toml[0].length) };
  const found = BLOCK.exec(source);
  if (!found) return { data: {}, body: source.replace(/^\uFEFF/, "") };
  const body = found[0].replace(/[^\n]/g, "") + source.slice(found[0].length);
  const lines = new LineCounter();
  const document = parseDocument(found[1] ?? "", { lineCounter: lines, logLevel: "silent" });
  const [error] = document.errors;
  if (error) {
    const words = error.message.split("\n")[0] ?? error.code;
    tell(lines.linePos(error.pos[0]).line + 1, words, "The first lines are no YAML: title and order were guessed.");
    return { data: guess(found[1] ?? ""), body };
  }
  if (!isMap(document.contents)) return { data: {}, body };
  try {
    // whatever stands there; each field is looked at before it is used
    return { data: document.toJS({ maxAliasCount: 20 }) as Data, body };
  } catch {
    tell(1, "first lines", "They refer to themselves too often: title and order were guessed.");
    return { data: guess(found[1] ?? ""), body };
  }
}

const TOML = /^\uFEFF?\+\+\+[ \t]*\n([\s\S]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/;

/** `title = "x"` of Hugo's first lines; what is more than a line is not read. */
const readToml = (toml: string): Data =>
  Object.fromEntries(
    [...toml.matchAll(/^(\w+)\s*=\s*(?:"(.*)"|'(.*)'|(\S+))[ \t]*$/gm)].map(([, key, double, single, bare]) => [
      key === "weight" ? "order" : key,
      bare === "true" ? true : (double ?? single ?? bare),
    ]),
  );

/** `title: x` of YAML that cannot be read. */
function guess(yaml: string): Data {
  const fields = [...yaml.matchAll(/^(title|description|slug):[ \t]*(["']?)(.+?)\2[ \t]*$/gm)];
  return Object.fromEntries(fields.map(([, key = "", , value]) => [key, value]));
}
