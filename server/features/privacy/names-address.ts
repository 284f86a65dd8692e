/** What of an address may stand before: "jo.ann@…" is not "ann@…", but "-ann@…" and "...ann@…" are. */
const BEFORE = String.raw`(?<![\p{L}\p{N}][._%+'&-]*)`;
/** What may go on behind it: "…@acme.com" is not "…@acme.co", but "…@acme.co." is. */
const BEHIND = String.raw`(?![.-]?[\p{L}\p{N}])`;

/** Whether an address, and not a longer one around it, stands anywhere in a text or in what JSON holds; in small or capital letters. */
export function namesAddress(said: unknown, address: string): boolean {
  return holds(said, new RegExp(`${BEFORE}${RegExp.escape(address)}${BEHIND}`, "iu"));
}

function holds(said: unknown, address: RegExp): boolean {
  if (typeof said === "string") return address.test(said);
  if (typeof said !== "object" || said === null) return false;
  return Object.entries(said).some(([key, value]) => address.test(key) || holds(value, address));
}
