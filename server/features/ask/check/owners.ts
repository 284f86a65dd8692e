import type { Claim } from "./claim.ts";
import type { Evidence, Paragraph } from "./evidence.ts";
import { indexTokens } from "./index-tokens.ts";

/** What a paragraph is about: the name above its list, its row's first cell, the code that it begins with. */
export type Owner = { kind: "lead" | "row" | "code"; name: string };

const WORDS_OF_LEAD = 4;
const CODE = /^["“]?([\p{L}\p{N}]+(?:[._][\p{L}\p{N}]+)+)["”]?(?:[\s:,(]|\.\s)/u;

/** The owners of a page's paragraphs, one after the other. */
export function readOwners(texts: string[]): Owner[][] {
  let lead: string | null = null;
  return texts.map((text) => {
    if (text.endsWith(":") && text.split(" ").length <= WORDS_OF_LEAD) lead = text.slice(0, -1);
    const owners: Owner[] = lead === null ? [] : [{ kind: "lead", name: lead }];
    const cells = text.split(" · ");
    if (cells.length > 1 && cells[0]) owners.push({ kind: "row", name: cells[0] });
    const code = CODE.exec(text)?.[1];
    if (code) owners.push({ kind: "code", name: code });
    return owners;
  });
}

const narrowed = new WeakMap<Evidence, Map<string, Evidence>>();

/** Where a sentence names one of a list's items, the evidence without what is said of the others. */
export function narrowTo({ text }: Claim, evidence: Evidence): Evidence {
  const named = evidence.owners.filter(({ name }) => hasName(text, name));
  const strange = evidence.owners.filter(
    (owner) => !named.includes(owner) && named.some(({ kind }) => kind === owner.kind),
  );
  if (strange.length === 0) return evidence;
  const key = strange.map(({ kind, name }) => `${kind} ${name}`).join("\n");
  const known = narrowed.get(evidence) ?? new Map<string, Evidence>();
  narrowed.set(evidence, known);
  const isStrange = ({ owners }: Paragraph) =>
    owners.some((own) => strange.some((other) => other.kind === own.kind && other.name === own.name));
  const narrow = known.get(key) ?? indexTokens(evidence.paragraphs.filter((part) => !isStrange(part)));
  known.set(key, narrow);
  return narrow;
}

/** As a word or words of its own, in its own case but for the first letter. */
function hasName(text: string, name: string): boolean {
  return standsIn(text, name) || standsIn(text, name.charAt(0).toLowerCase() + name.slice(1));
}

function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (
      !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) &&
      !/^(?:[\p{L}\p{N}]|[._][\p{L}\p{N}])/u.test(text.slice(at + name.length))
    )
      return true;
  }
  return false;
}
