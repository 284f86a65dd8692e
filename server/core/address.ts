import { BlockList, isIP } from "node:net";

/** Who is at the other end. `X-Forwarded-For` is believed only from proxies of the list, read from the nearest to the farthest. */
export function createAddressReader(trustedProxies: string[]) {
  const trusted = new BlockList();
  for (const cidr of trustedProxies) {
    const [network = "", bits = ""] = cidr.split("/");
    trusted.addSubnet(network, Number(bits), family(network));
  }
  const isTrusted = (address: string) => isIP(address) > 0 && trusted.check(address, family(address));

  return (connection: string, forwardedFor: string | undefined): string => {
    const hops = [...(forwardedFor ?? "").split(",").map(bareAddress).filter(Boolean), bareAddress(connection)];
    while (hops.length > 1 && isTrusted(hops.at(-1) ?? "")) hops.pop();
    const address = hops.at(-1) ?? "";
    return isIP(address) > 0 ? address : bareAddress(connection);
  };
}

const family = (address: string): "ipv4" | "ipv6" => (address.includes(":") ? "ipv6" : "ipv4");

/** An IPv4 address that came over an IPv6 socket is the same person as over IPv4. */
const bareAddress = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
