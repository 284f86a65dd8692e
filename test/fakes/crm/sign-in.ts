/** The page where somebody says yes or no, and the codes that yes gives. */
import { createHash, randomBytes } from "node:crypto";
import type { Answer } from "./emulator.ts";

export type Codes = Map<string, { challenge: string; redirectUri: string }>;
/** `asks`: a person says yes or no on a page; otherwise everybody says yes. `who` is what the page says of them. */
export type SignIn = { crm: string; codes: Codes; asks: boolean; who: string };

export function answerSignIn({ crm, codes, asks, who }: SignIn, query: URLSearchParams): Answer {
  const back = (answered: Record<string, string>) => {
    const url = new URL(query.get("redirect_uri") ?? "");
    for (const [name, value] of Object.entries(answered)) url.searchParams.set(name, value);
    url.searchParams.set("state", query.get("state") ?? "");
    return url.href;
  };
  const allow = back({ code: giveCode(codes, query) });
  if (!asks) return { status: 302, body: null, headers: { location: allow } };
  const deny = back({ error: "access_denied", error_description: "The user denied access" });
  const link = (href: string, label: string) =>
    `<a href="${href.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">${label}</a>`;
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="en"><title>${crm} (emulator)</title><h1>Allow access?</h1>
<p>You are ${who}. This is an emulator, not ${crm}.</p>
<p>${link(allow, "Allow")} ${link(deny, "Deny")}</p></html>`,
  };
}

function giveCode(codes: Codes, query: URLSearchParams): string {
  const code = randomBytes(24).toString("base64url");
  codes.set(code, { challenge: query.get("code_challenge") ?? "", redirectUri: query.get("redirect_uri") ?? "" });
  return code;
}

/** Each code once, from whoever asked for it, to the place it was sent. */
export function takeCode(codes: Codes, form: URLSearchParams): boolean {
  const code = codes.get(form.get("code") ?? "");
  codes.delete(form.get("code") ?? "");
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  return code !== undefined && code.redirectUri === form.get("redirect_uri") && code.challenge === challenge;
}
