import type { Tell } from "../report.ts";
import { isPicture } from "../source.ts";
import { attributeOf, lineOf, link, paragraph, strong, text, type Jsx, type Node } from "../tree.ts";
import { saidIn } from "./said.ts";

/** A component of the source's own leaves its words and its picture. */
export function makeUnknown(element: Jsx, children: Node[], tell: Tell): Node[] {
  const left = [...pictureOf(element), ...wordsOf(element, children), ...children];
  const todo = left.length > 0 ? "What it says was kept." : "Nothing of it was kept: write what it showed.";
  tell(lineOf(element), `<${element.name}>`, `A component that the hub does not have. ${todo}`);
  return left;
}

const addressOf = (element: Jsx) => attributeOf(element, "href", "link", "to", "url");

function pictureOf(element: Jsx): Node[] {
  const url = [attributeOf(element, "src"), addressOf(element), attributeOf(element, "image", "img")].find(
    (each) => each && isPicture(each),
  );
  return url ? [paragraph([{ type: "image", url, alt: attributeOf(element, "alt", "caption", "title") ?? "" }])] : [];
}

/** What it most likely shows: a title, a sentence, a link. */
function wordsOf(element: Jsx, children: Node[]): Node[] {
  const title = saidIn(element, "title", "headline", "heading", "header", "label", "text");
  const said = saidIn(element, "description", "subtitle", "caption");
  const given = addressOf(element);
  // around words of its own an address alone is what a drawn window shows
  const isShown = title.length > 0 || said.length > 0 || children.length === 0;
  const url = given && isShown && !isPicture(given) ? given : undefined;
  const linked = attributeOf(element, "linkText", "buttonText", "cta");
  const lead = url && !linked ? [link(url, title.length > 0 ? title : [text(url)])] : title;
  return [
    ...(lead.length > 0 ? [paragraph(url ? lead : [{ type: "strong", children: lead } as Node])] : []),
    ...(said.length > 0 ? [paragraph(said)] : []),
    ...(linked ? [paragraph([url ? link(url, [text(linked)]) : strong(linked)])] : []),
  ];
}
