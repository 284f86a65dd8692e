import type { APIRoute } from "astro";
import { isoDate } from "#site/articles/dates.ts";
import { listArticles, listLearn, listShelves } from "#site/articles/library.ts";
import { escapeXml } from "#site/articles/escape-xml.ts";

export const GET: APIRoute = async ({ site }) => {
  const articles = [...(await listArticles()), ...(await listLearn())];
  const shelves = (await listShelves()).map(({ url }) => url);
  const pages: { url: string; updated?: Date }[] = [
    ...["/", "/learn/", "/setup/", "/status/", "/contact/", ...shelves].map((url) => ({ url })),
    ...articles,
  ];
  const entries = pages.map(({ url, updated }) => {
    const changed = updated ? `<lastmod>${isoDate(updated)}</lastmod>` : "";
    return `<url><loc>${escapeXml(new URL(url, site).href)}</loc>${changed}</url>`;
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</urlset>\n`;
  return new Response(xml, { headers: { "Content-Type": "application/xml" } });
};
