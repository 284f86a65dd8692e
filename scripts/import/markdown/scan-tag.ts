import { closeBrackets, countLines, type Scan } from "./scan-state.ts";

export type Tag = {
  name: string;
  /** As MDX understands it; lines are those of the source. */
  text: string;
  closes: boolean;
  /** Holds nothing: `<br>`, `<Card />`. */
  alone: boolean;
  /** Where it ends in the source. */
  end: number;
};

const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** `<BR>` is one too, but `<Link>` is a component that may hold words. */
const isVoid = (name: string): boolean => VOID.has(name === name.toUpperCase() ? name.toLowerCase() : name);
const NAME = /[A-Za-z][\w.:-]*/y;
const ATTRIBUTE = /(\s*)(?:(\{)|([^\s"'<>/=`{}]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{)|([^\s"'=<>`{}]+)))?)/y;

/** The tag at `<`, made valid: void elements closed, values quoted, names that JSX has not left out. Null for text. */
export function scanTag(state: Scan): Tag | null {
  const { source, at } = state;
  const closes = source[at + 1] === "/";
  NAME.lastIndex = at + (closes ? 2 : 1);
  const name = NAME.exec(source)?.[0];
  if (!name) return null;
  const read = scanAttributes(state, NAME.lastIndex);
  const close = /\s*(\/?)>/y;
  close.lastIndex = read.end;
  const ended = close.exec(source);
  if (!ended) return null;
  const alone = !closes && (ended[1] === "/" || isVoid(name));
  const valid = name.replaceAll(/[:-]?[^\w.:-]/g, "");
  const body = closes ? `/${valid}` : `${valid}${read.text}${alone ? " /" : ""}`;
  const lines = countLines(source.slice(at, close.lastIndex)) - countLines(body);
  return { name: valid, text: `<${body}${"\n".repeat(lines)}>`, closes, alone, end: close.lastIndex };
}

function scanAttributes(state: Scan, from: number): { text: string; end: number } {
  const { source } = state;
  let text = "";
  let end = from;
  const seen = new Set<string>();
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const found = ATTRIBUTE.exec(source);
    if (!found) return { text, end };
    const [, space = "", spread, name = "", value, double, single, braces, bare] = found;
    const bracesEnd = (spread ?? braces) ? closeBrackets(state, ATTRIBUTE.lastIndex - 1) : ATTRIBUTE.lastIndex;
    if (bracesEnd === null || (space === "" && end !== from && !spread)) return { text, end };
    // what comes from an object, and handlers, are not text of an article
    const kept = !spread && /^[A-Za-z_][\w:-]*$/.test(name) && !seen.has(name);
    if (kept) text += `${space}${name}${value ? `=${write(double ?? single ?? bare, source, bracesEnd)}` : ""}`;
    else text += space;
    seen.add(name);
    end = bracesEnd;
  }

  function write(words: string | undefined, code: string, until: number): string {
    if (words !== undefined) return `"${words.replaceAll('"', "&quot;")}"`;
    const open = ATTRIBUTE.lastIndex - 1;
    return code.slice(open, until);
  }
}
