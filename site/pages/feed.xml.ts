/** Atom: what was written or changed last. */
import type { APIRoute } from "astro";
import { listArticles, listLearn } from "#site/articles/library.ts";
import { escapeXml } from "#site/articles/escape-xml.ts";
import { hub } from "#site/settings.ts";

const ENTRIES = 30;

export const GET: APIRoute = async ({ site }) => {
  const articles = [...(await listArticles()), ...(await listLearn())]
    .toSorted((a, b) => b.updated.getTime() - a.updated.getTime())
    .slice(0, ENTRIES);
  const home = new URL("/", site).href;
  const entries = articles.map(({ title, url, summary, updated }) => {
    const link = escapeXml(new URL(url, site).href);
    return `<entry><id>${link}</id><title>${escapeXml(title)}</title><link href="${link}"/><updated>${updated.toISOString()}</updated><summary>${escapeXml(summary)}</summary></entry>`;
  });
  const name = escapeXml(`${hub.product.name} ${hub.product.hub}`);
  const updated = (articles[0]?.updated ?? new Date(0)).toISOString();
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>${home}</id><title>${name}</title><author><name>${escapeXml(hub.product.name)}</name></author><link href="${home}"/><link rel="self" href="${home}feed.xml"/><updated>${updated}</updated>${entries.join("")}</feed>\n`;
  return new Response(xml, { headers: { "Content-Type": "application/atom+xml" } });
};
