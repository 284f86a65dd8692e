import { isIP } from "node:net";
import { bareAddress, createNetworkTest } from "./networks.ts";

/** Who is at the other end. `X-Forwarded-For` is believed only from proxies of the list, read from the nearest to the farthest. */
export function createAddressReader(trustedProxies: string[]) {
  const isTrusted = createNetworkTest(trustedProxies);

  return (connection: string, forwardedFor: string | undefined): string => {
    const hops = [...(forwardedFor ?? "").split(",").map(bareAddress).filter(Boolean), bareAddress(connection)];
    while (hops.length > 1 && isTrusted(hops.at(-1) ?? "")) hops.pop();
    const address = hops.at(-1) ?? "";
    return isIP(address) > 0 ? address : bareAddress(connection);
  };
}
