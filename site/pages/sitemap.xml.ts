import type { APIRoute } from "astro";
import { utcDay } from "#content/utc-day.ts";
import { listArticles, listLearn, listShelves } from "#site/articles/library.ts";
import { hasIntegrations, hasLearn } from "#site/places.ts";
import { versionsOf } from "#site/languages.ts";
import { escapeXml } from "#site/articles/escape-xml.ts";

export const GET: APIRoute = async ({ site }) => {
  const articles = [...(await listArticles()), ...(await listLearn())];
  const shelves = (await listShelves()).map(({ url }) => url);
  const places = [...((await hasLearn()) ? ["/learn/"] : []), ...(hasIntegrations ? ["/setup/", "/status/"] : [])];
  const pages: { url: string; updated?: Date; languages?: string[] }[] = [
    ...["/", ...places, "/contact/", ...shelves].map((url) => ({ url })),
    ...articles,
  ];
  const addressOf = (path: string) => escapeXml(new URL(path, site).href);
  const entries = pages.flatMap(({ url, updated, languages }) => {
    const changed = updated ? `<lastmod>${utcDay(updated)}</lastmod>` : "";
    const versions = versionsOf(url, languages);
    const links = versions.map(
      ({ language, path }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${addressOf(path)}"/>`,
    );
    const others = versions.length > 1 ? links.join("") : "";
    return versions.map(({ path }) => `<url><loc>${addressOf(path)}</loc>${changed}${others}</url>`);
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join("")}</urlset>\n`;
  return new Response(xml, { headers: { "Content-Type": "application/xml" } });
};
