/** The product of somebody else, on an origin of its own, with the widget in its pages and a strict policy. */
import { createServer } from "node:http";
import { serve, type Served } from "./serve.ts";

/** What a page may be asked to be, as `?rtl&hostile…`; `lang=de` and `label=…` are its language and its button's text. */
const VARIANTS = ["rtl", "hostile", "twice", "framed", "quiet", "none"] as const;

/** `hubUrl` is asked at each request: the hub is told of this origin before it has one itself. */
export async function startHostPages(hubUrl: () => string): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://host");
    const is = (variant: (typeof VARIANTS)[number]) => searchParams.has(variant);
    const [type, body] = FILES[pathname] ?? ["text/html", page(hubUrl(), pathname, is, searchParams)];
    response.setHeader("content-type", `${type}; charset=utf-8`);
    response.setHeader("content-security-policy", policyFor(hubUrl()));
    response.end(body);
  });
  // by its number: another site than the hub's name, so that the hub's cookies stay away
  return serve(server);
}

/** The policy of docs/widget.md, and nothing else. */
const policyFor = (hub: string): string =>
  `default-src 'none'; script-src 'self' ${hub}; frame-src 'self' ${hub}; style-src 'self'; form-action 'self'; base-uri 'none'`;

const HOST_SCRIPT = `
window.handrail ??= function () { (window.handrail.q ??= []).push(arguments); };
window.heard = [];
for (const event of ["ready", "open", "close", "answered", "escalated", "identified"])
  handrail("on", event, (detail) => heard.push([event, detail]));
document.addEventListener("click", (event) => {
  const to = event.target.dataset?.goTo;
  if (!to) return;
  history.pushState(null, "", to);
  document.title = event.target.textContent;
});`;

const HOSTILE = `* { all: unset !important; display: none !important; color: lime !important; transform: scale(0) !important }
html, body, h1, p, button { display: block !important; transform: none !important }`;

const FILES: Record<string, [type: string, body: string]> = {
  "/app.js": ["text/javascript", HOST_SCRIPT],
  "/plain.css": ["text/css", "body { margin: 2rem; font-family: serif; min-height: 200vh }"],
  "/hostile.css": ["text/css", HOSTILE],
  "/favicon.ico": ["image/x-icon", ""],
};

function page(
  hub: string,
  pathname: string,
  is: (variant: (typeof VARIANTS)[number]) => boolean,
  asked: URLSearchParams,
): string {
  const label = asked.has("label") ? ` data-label="${asked.get("label")}"` : "";
  const script = is("none")
    ? ""
    : `<script src="${hub}/widget.js" data-hub${label} ${is("quiet") ? 'data-button="none"' : ""} defer></script>`;
  return `<!doctype html><html lang="${asked.get("lang") ?? "en"}"${is("rtl") ? ' dir="rtl"' : ""}><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${pathname === "/" ? "Campaigns" : "Campaign settings"}</title>
<link rel="stylesheet" href="/${is("hostile") ? "hostile" : "plain"}.css">
<main><h1>The product</h1>
<p>Somebody works here.</p>
<button data-go-to="/campaigns/7/crm?secret=1#top">Integrations and API</button>
<label>Name <input></label>
<a href="/away">Away</a>
${is("framed") ? '<iframe src="/inner" title="Inner" width="600" height="500"></iframe>' : ""}</main>
<script src="/app.js"></script>${script}${is("twice") ? script : ""}</html>`;
}
