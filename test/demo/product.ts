import { createServer, type ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { ParsedMail } from "mailparser";
import { serve } from "#test/fakes/serve.ts";

/** A customer of the product, as its token names them. */
export type Person = { sub: string; email: string; name: string; workspace: string; workspace_name: string };

export const ADA: Person = {
  sub: "user-1",
  email: "ada@example.com",
  name: "Ada",
  workspace: "acme",
  workspace_name: "Acme",
};

/** A token of the product: good for five minutes, once. */
export const signToken = (secret: string, audience: string, { sub, ...claims }: Person): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(sub)
    .setJti(randomUUID())
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime("5m")
    .sign(new TextEncoder().encode(secret));

type Product = {
  /** Where the hub is. */
  hubUrl: string;
  secret: string;
  /** What the hub has sent. */
  mails: ParsedMail[];
};

/** The product that the hub helps with, in two pages: a link into the hub, signed in, and every mail that was sent. */
export async function startProduct(port: number, product: Product) {
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? "/", "http://localhost"), response, product).catch((error: unknown) =>
      response.writeHead(500).end(String(error)),
    );
  });
  const served = await serve(server, port);
  return { ...served, url: `http://localhost:${served.port}` };
}

async function answer({ pathname }: URL, response: ServerResponse, { hubUrl, secret, mails }: Product): Promise<void> {
  if (pathname === "/help") {
    const token = await signToken(secret, hubUrl, ADA);
    response.writeHead(303, { location: `${hubUrl}/setup/#token=${token}` }).end();
    return;
  }
  if (pathname === "/token") {
    response.end(await signToken(secret, hubUrl, ADA));
    return;
  }
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(page(hubUrl, pathname === "/mail" ? mailbox(mails) : home()));
}

const home = (): string => `<h1>The product</h1>
<p>You are ${ADA.email} of ${ADA.workspace_name}.</p>
<ul>
<li><a href="/help">Help with your CRM</a> signs you in at the hub, with a token that is good once.</li>
<li>The button in the corner is the hub’s widget: the same help without leaving the product.</li>
<li><a href="/mail">Mail</a>: everything that the hub has sent.</li>
</ul>`;

const mailbox = (mails: ParsedMail[]): string =>
  `<h1>Mail</h1>${mails.length === 0 ? "<p>None yet.</p>" : mails.toReversed().map(letter).join("")}`;

const letter = ({ to, subject, text }: ParsedMail): string => `<article>
<h2>${escape(subject ?? "")}</h2>
<p>To ${escape(
  [to ?? []]
    .flat()
    .map(({ text: address }) => address)
    .join(", "),
)}</p>
<pre>${linked(escape(text ?? ""))}</pre>
</article>`;

const page = (hubUrl: string, body: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>The product - Demo</title>
<style>body{font:1rem/1.5 system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap}</style>
<p><b>Demo.</b> This stands in for a product that has a hub. <a href="/">Begin</a></p>
${body}
<script>window.handrail = function () { (handrail.q ??= []).push(arguments); };
handrail("identify", () => fetch("/token").then((response) => response.text()));</script>
<script src="${hubUrl}/widget.js" data-hub defer></script></html>`;

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
const linked = (escaped: string): string =>
  escaped.replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);
