import { createHmac } from "node:crypto";
import { isSameSecret } from "#server/core/ids.ts";

/** Of a name; RFC 5321 has no room for more. */
const NAME_MAX = 64;
/** Hex digits: 96 bits. Mail servers may write letters small, so nothing else is in it. */
const SIGNED = 24;
const SIGNED_TAG = /^(?<reference>[a-z0-9-]+)-(?<signature>[0-9a-f]{24})$/;

/**
 * Addresses that mail about one case is answered to: help+rf-7k2m-041-<signature>@…. Whoever has one may write into the
 * case, as with its receipt's link; only this hub's secret makes them.
 */
export function createReplyAddresses(hubSecret: string, base: string) {
  const at = base.lastIndexOf("@");
  const [name, domain] = [base.slice(0, at), base.slice(at + 1)];
  const sign = (reference: string): string =>
    createHmac("sha256", hubSecret).update(`reply:${reference.toUpperCase()}`).digest("hex").slice(0, SIGNED);
  return {
    /** The hub's own address where it is too long for more: mails to it are told by what they answer alone. */
    of(reference: string): string {
      const signed = `${name}+${reference.toLowerCase()}-${sign(reference)}`;
      return signed.length > NAME_MAX ? base : `${signed}@${domain}`;
    },
    /** The reference of the case, or null for any other address, however like one of ours. */
    referenceOf(address: string): string | null {
      const given = address.toLowerCase();
      const before = `${name}+`.toLowerCase();
      if (!given.startsWith(before) || !given.endsWith(`@${domain.toLowerCase()}`)) return null;
      const { reference = "", signature = "" } =
        SIGNED_TAG.exec(given.slice(before.length, given.lastIndexOf("@")))?.groups ?? {};
      return isSameSecret(signature, sign(reference)) ? reference.toUpperCase() : null;
    },
    /** The hub's own address, with or without something behind a plus. */
    isOurs: (address: string): boolean => bare(address) === bare(base),
  };
}

const bare = (address: string): string => address.toLowerCase().replace(/\+[^@]*(?=@)/, "");

export type ReplyAddresses = ReturnType<typeof createReplyAddresses>;
