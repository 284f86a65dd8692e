import { BlockList, isIP } from "node:net";

/**
 * A test whether an address is in one of the networks (`10.0.0.0/8`, `fc00::/7`). What is no address is in none.
 * BlockList holds an IPv4 address and its IPv6 form (`::ffff:…`) for one and the same.
 */
export function createNetworkTest(cidrs: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [network = "", bits = ""] = cidr.split("/");
    list.addSubnet(network, Number(bits), family(network));
  }
  return (address) => {
    const bare = bareAddress(address);
    return isIP(bare) > 0 && list.check(bare, family(bare));
  };
}

const family = (address: string): "ipv4" | "ipv6" => (address.includes(":") ? "ipv6" : "ipv4");

/** An IPv4 address that came over an IPv6 socket is the same one as over IPv4. */
export const bareAddress = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

/** Whether a host, as a setting or an address names it, is this machine: what is sent to it passes no network. */
export const isThisMachine = (host: string): boolean => /^(?:localhost|127\.[\d.]+|\[?::1\]?)$/.test(host);
