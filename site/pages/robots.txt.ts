import type { APIRoute } from "astro";
import { publicUrl } from "#site/settings.ts";

/** Pages made for one reader are nobody else's business. */
export const GET: APIRoute = () => {
  const lines = ["User-agent: *", "Disallow: /api/", "Disallow: /desk/", "Disallow: /receipts/", "Disallow: /search"];
  if (publicUrl) lines.push("", `Sitemap: ${publicUrl}/sitemap.xml`);
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain" } });
};
