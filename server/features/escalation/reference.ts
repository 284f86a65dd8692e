import { randomInt } from "node:crypto";

/** No letter or digit that can be taken for another, read aloud or written by hand. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const pick = (from: string): string => from.charAt(randomInt(from.length));

/** `RF-7K2M-041`: the product's initials, then 30⁴ × 1000 possibilities. The caller makes sure it is not taken. */
export function newReference(productName: string): string {
  const letters = Array.from({ length: 4 }, () => pick(ALPHABET)).join("");
  const digits = String(randomInt(1000)).padStart(3, "0");
  return `${initials(productName)}-${letters}-${digits}`;
}

/** "Referral Factory" → RF, "Acme" → AC, a name without Latin letters → HR (Handrail). */
function initials(name: string): string {
  const plain = name.normalize("NFKD").replace(/[^A-Za-z ]/g, "");
  const words = plain.split(" ").filter(Boolean);
  const letters = words.length > 1 ? words.map((word) => word.charAt(0)).join("") : plain.trim();
  const found = letters.slice(0, words.length > 1 ? 3 : 2).toUpperCase();
  return found || "HR";
}
