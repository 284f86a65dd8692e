import { asValue, emitTag, replace, type Scan } from "./scan-state.ts";

const KINDS = new Set(
  "note tip info warning danger caution important success secondary details check error attention hint".split(" "),
);
const OPEN = /([ \t>]*):{3,}[ \t]*([A-Za-z-]+)[ \t]*(?:\[([^\]\n]*)\])?[ \t]*(?:\{([^}\n]*)\})?[ \t]*([^\n]*)/y;
const CLOSE = /([ \t>]*):{3,}[ \t]*(?=\n|$)/y;

/** `:::tip Title` and its end, as Docusaurus, Starlight and VitePress write them. True when there was one. */
export function scanDirective(state: Scan): boolean {
  CLOSE.lastIndex = state.at;
  const close = CLOSE.exec(state.source);
  if (close && state.directives.length > 0) {
    const name = state.directives.pop() ?? "Aside";
    state.pieces.push(close[1] ?? "");
    emitTag(state, name, "close", `</${name}>`, close[0]);
    replace(state, CLOSE.lastIndex, "");
    return true;
  }
  OPEN.lastIndex = state.at;
  const open = OPEN.exec(state.source);
  const kind = open?.[2]?.toLowerCase() ?? "";
  // a kind that the source made itself is one when it ends: a line of prose may begin with colons too
  if (!open || (!KINDS.has(kind) && state.lastClose < OPEN.lastIndex)) return false;
  const [whole, indent = "", , bracketed, attributes = "", rest = ""] = open;
  const title = bracketed ?? (/title="([^"]*)"/.exec(attributes)?.[1] || rest.trim());
  const name = kind === "details" ? "Accordion" : kind === "code-group" ? "CodeGroup" : "Aside";
  if (!KINDS.has(kind) && name === "Aside")
    state.tell(state.line, whole, "A kind of note that the hub does not have: it became a plain one.");
  const words = asAttribute(title);
  state.directives.push(name);
  state.pieces.push(indent);
  emitTag(state, name, "open", `<${name} type="${kind}"${words ? ` title="${words}"` : ""}>`, whole.trim());
  replace(state, OPEN.lastIndex, "");
  return true;
}

/** A title of Markdown as the value of an attribute. */
export const asAttribute = (title: string): string => asValue(title.replace(/[*`]/g, ""));
