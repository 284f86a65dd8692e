/** An address on the web, as far as it may go. What stands around it in a sentence is cut off below. */
const ADDRESS = /https?:\/\/[^\s<>"'`\p{C}]+/gu;
const CLOSERS = ".,;:!?)]}”’»…";

/** A part of a line; `link` says that it is an address of this hub. */
export type Piece = { text: string; link: boolean };

/**
 * Cuts a line where addresses of this hub begin and end. `origin` is the hub's own; nothing that only begins like it, or has
 * it inside, is one of its addresses.
 */
export function splitOwnLinks(line: string, origin: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of line.matchAll(ADDRESS)) {
    const address = withoutClosers(found);
    if (!isOwn(address, origin)) continue;
    pieces.push({ text: line.slice(from, index), link: false }, { text: address, link: true });
    from = index + address.length;
  }
  pieces.push({ text: line.slice(from), link: false });
  return pieces.filter(({ text }) => text !== "");
}

/** After the whole origin, its path begins: `@`, `:`, `.` and `\` would lead elsewhere. */
const isOwn = (address: string, origin: string): boolean =>
  address === origin || (address.startsWith(origin) && "/?#".includes(address.charAt(origin.length)));

function withoutClosers(address: string): string {
  let end = address.length;
  while (CLOSERS.includes(address.charAt(end - 1))) end--;
  return address.slice(0, end);
}
