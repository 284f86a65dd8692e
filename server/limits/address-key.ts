import { isIPv6 } from "node:net";

/**
 * The name that limits count an address under: an IPv4 address whole, the first 64 bits of an IPv6 one, since a
 * household or a rented server has all of the rest.
 */
export function addressKey(address: string): string {
  const bare = address.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(bare)) return bare;
  // A URL writes every form of an IPv6 address the same way.
  const [head = "", tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
