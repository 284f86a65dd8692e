/** HTTP to addresses that people typed. Private networks are refused: else anybody could have the hub read what only its own network reaches. */
import { lookup } from "node:dns";
import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { createNetworkTest } from "./networks.ts";
import { readRetryAfter } from "./retry-after.ts";

export type GuardedRequest = {
  method: string;
  headers: Record<string, string>;
  body: string;
  /** For everything: names, connection, answer. */
  timeoutMs: number;
  /** Of the answer's body no more is read. */
  maxBytes?: number;
  signal?: AbortSignal;
};

/** `retryAfterMs` is what the other side asks to be left alone for; 0: nothing of the kind. */
export type GuardedAnswer = { status: number; body: string; retryAfterMs: number };

/** Redirects are not followed: their status is the answer. */
export type GuardedFetch = (url: string, request: GuardedRequest) => Promise<GuardedAnswer>;

export class OutboundRefused extends Error {
  constructor(host: string) {
    super(`${host} is in a private network. Networks listed in OUTBOUND_ALLOW can be reached.`);
    this.name = "OutboundRefused";
  }
}

/** IANA's special-purpose networks: this machine, private, link-local, shared, documentation, multicast, and IPv4 in IPv6 by other ways than ::ffff:. */
const PRIVATE = [
  ..."0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24".split(" "),
  ..."192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 ::/96 ::ffff:0:0:0/96".split(
    " ",
  ),
  ..."64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16".split(" "),
  ..."fc00::/7 fe80::/10 fec0::/10 ff00::/8".split(" "),
];
const BODY_BYTES = 64 * 1024;

/** Every network: for addresses that the operator's settings give. */
export const ANYWHERE = ["0.0.0.0/0", "::/0"];

/** @param allow networks that may be reached although they are private */
export function createGuardedFetch(allow: readonly string[]): GuardedFetch {
  const isPrivate = createNetworkTest(PRIVATE);
  const isAllowed = createNetworkTest(allow);
  const isRefused = (address: string) => isPrivate(address) && !isAllowed(address);

  // The socket connects to the very addresses that were checked: a name cannot change its mind in between.
  const checkedLookup: LookupFunction = (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      if (addresses.some(({ address }) => isRefused(address))) return done(new OutboundRefused(host), []);
      const [first] = addresses;
      return options.all ? done(null, addresses) : done(null, first?.address ?? "", first?.family);
    });

  return async (url, request) => {
    const target = new URL(url);
    if (!/^https?:$/.test(target.protocol))
      throw new TypeError(`${target.protocol} is not fetched, only http and https`);
    const host = target.hostname.replace(/^\[|\]$/g, "");
    // checkedLookup is asked for names alone
    if (isIP(host) > 0 && isRefused(host)) throw new OutboundRefused(host);
    return send(target, request, checkedLookup);
  };
}

function send(target: URL, request: GuardedRequest, checkedLookup: LookupFunction) {
  const { method, headers, body, timeoutMs, maxBytes = BODY_BYTES } = request;
  const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(request.signal ? [request.signal] : [])]);
  // No agent: a kept connection would skip the check.
  const options: RequestOptions = { method, headers, signal, agent: false, lookup: checkedLookup };
  return new Promise<GuardedAnswer>((resolve, reject) => {
    const outgoing = (target.protocol === "https:" ? httpsRequest : httpRequest)(target, options, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const finish = () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          retryAfterMs: readRetryAfter(answer.headers["retry-after"]),
        });
      answer.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size <= maxBytes) return;
        finish();
        answer.destroy();
      });
      answer.on("end", finish);
      answer.on("error", reject);
    });
    outgoing.on("error", (error) => reject(signal.aborted ? signal.reason : error));
    outgoing.end(body);
  });
}
