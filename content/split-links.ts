/** A piece of plain text; `href` where it is an address that can be pressed. */
export type LinkPart = { text: string; href: string | null };

/** What ends an address: spaces, signs that no address has, wide punctuation, and marks that are not seen or turn the line around. */
const ADDRESS =
  /(?<![a-z\d+.-])https?:\/\/[^\s<>"`|\\^\p{Cc}\p{Cf}\u{3000}-\u{303f}\u{ff00}-\u{ff0f}\u{ff1a}-\u{ff20}]+/giu;
/** What a sentence puts after an address. */
const AFTER = new Set(".,:;!?*~'’‘”“»«›‹…");
const OPENS: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

/**
 * Finds the `http` and `https` addresses in what somebody wrote. The parts joined are the text again, but for a host that is not
 * the one it looks like (another script's letters, a number for an address): it is shown as browsers take it.
 */
export function splitLinks(text: string): LinkPart[] {
  const parts: LinkPart[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const written = withoutEnd(found);
    const link = readLink(written);
    if (!link) continue;
    if (index > at) parts.push({ text: text.slice(at, index), href: null });
    parts.push(link);
    at = index + written.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), href: null });
  return parts;
}

/** Without the punctuation of the sentence around it, and without a bracket that was opened before it. */
function withoutEnd(found: string): string {
  const open = countBrackets(found);
  let end = found.length;
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    if (AFTER.has(last)) continue;
    const opening = OPENS[last];
    if (!opening || (open.get(opening) ?? 0) >= (open.get(last) ?? 0)) break;
    open.set(last, (open.get(last) ?? 0) - 1);
  }
  return found.slice(0, end);
}

function countBrackets(found: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of found) if ("()[]{}".includes(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

/** Null for what is no address, and for one with a name before its host, which is there to be taken for the host. */
function readLink(written: string): LinkPart | null {
  const [, scheme = "", authority = "", rest = ""] = /^(https?:\/\/)([^/?#]+)(.*)$/isu.exec(written) ?? [];
  if (!authority || authority.includes("@") || !URL.canParse(written)) return null;
  const { href, host, hostname } = new URL(written);
  const typed = authority.toLowerCase();
  const isAsTyped = typed === host || typed.replace(/:\d*$/, "") === hostname;
  return { text: isAsTyped ? written : `${scheme}${host}${rest}`, href };
}
