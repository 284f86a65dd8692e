/** redirects.yaml: where pages went that once had another address. The server answers these with 301. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Mistake } from "./mistakes.ts";
import { readYaml } from "./read-yaml.ts";
import { HubAddress } from "./values.ts";

const OLD = /^\/(?![/\\])[^?#\s\\]*$/;

/** `"/old/address/": "/new/address/"`; the old one counts with and without a slash at its end. */
const Redirects = z
  .record(z.string(), HubAddress)
  .nullable() // nothing but comments
  .superRefine((redirects, context) => {
    const seen = new Set<string>();
    for (const from of Object.keys(redirects ?? {})) {
      const issue = (message: string) => context.addIssue({ code: "custom", path: [from], message });
      const key = OLD.test(from) ? addressKey(from) : null;
      if (key === null) issue("use the old address as it stood behind the host, such as /old/address/");
      else if (seen.has(key)) issue("stands here twice: with a slash at its end and without it is the same address");
      else seen.add(key);
    }
  });

export type Redirect = { from: string; to: string; line: number };
export type RedirectSource = {
  /** As mistakes name it. */
  file: string;
  redirects: Redirect[];
  mistakes: Mistake[];
};

/** One key for an address, with or without a slash at its end, percent-encoded or not. Null: not an address. */
export function addressKey(address: string): string | null {
  try {
    return decodeURIComponent(address).replace(/\/+$/, "") || "/";
  } catch {
    return null;
  }
}

/** Where old addresses lead. A hub without the file has none. */
export function readRedirects(contentDir: string): RedirectSource {
  const name = path.join(contentDir, "redirects.yaml");
  const file = path.relative(process.cwd(), name);
  if (!existsSync(name)) return { file, redirects: [], mistakes: [] };
  const { data, mistakes, lineOf } = readYaml({ file, text: readFileSync(name, "utf8") }, Redirects);
  const redirects = Object.entries(data ?? {}).map(([from, to]) => ({ from, to, line: lineOf([from]) }));
  return { file, redirects, mistakes };
}

type RedirectFault = { message: string; instead?: string };
/** `instead`: what to write in place of the new address, where that is certain. */
export type RedirectMistake = Mistake & Redirect & RedirectFault;

/** Redirects that go in a circle, over another redirect, or to what `faultOf` says is not there. */
export function checkRedirects(source: RedirectSource, faultOf: (address: string) => string | null): RedirectMistake[] {
  const { file, redirects } = source;
  const next = new Map(redirects.map(({ from, to }) => [addressKey(from), to]));
  const findDeadEnd = (to: string): RedirectFault | null => {
    const message = isOutside(to) ? null : faultOf(to);
    return message === null ? null : { message };
  };
  return redirects.flatMap((redirect) => {
    const { from, to } = redirect;
    const fault = findCircle(from, next) ?? findChain(to, next) ?? findDeadEnd(to);
    return fault ? [{ file, ...redirect, field: from, ...fault }] : [];
  });
}

const isOutside = (address: string) => !address.startsWith("/");
/** The redirect that an address meets; what stands behind ? or # does not matter to it. */
const follow = (address: string, next: Map<string | null, string>): string | undefined =>
  isOutside(address) ? undefined : next.get(addressKey(address.replace(/[?#].*$/s, "")));

function findCircle(from: string, next: Map<string | null, string>): RedirectFault | null {
  const way = [from];
  for (let at = follow(from, next); at !== undefined && way.length <= next.size; at = follow(at, next)) {
    way.push(at);
    if (addressKey(at.replace(/[?#].*$/s, "")) !== addressKey(from)) continue;
    const message = way.length === 2 ? "leads to itself: take the line out" : `leads in a circle: ${way.join(" → ")}`;
    return { message };
  }
  return null;
}

function findChain(to: string, next: Map<string | null, string>): RedirectFault | null {
  if (follow(to, next) === undefined) return null;
  const end = lastOf(to, next);
  const message = `leads to ${to}, which is redirected itself`;
  return follow(end, next) === undefined
    ? { message: `${message}: write ${end}`, instead: end }
    : { message: `${message}, in a circle` };
}

/** Where an address leads in the end. In a circle: somewhere in it. */
function lastOf(to: string, next: Map<string | null, string>): string {
  let end = to;
  for (let steps = 0; steps <= next.size; steps++) {
    const further = follow(end, next);
    if (further === undefined) return end;
    end = further;
  }
  return end;
}
