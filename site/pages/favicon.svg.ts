import type { APIRoute } from "astro";
import { drawIcon } from "#site/brand/draw-icon.ts";
import { hub } from "#site/settings.ts";

export const GET: APIRoute = () => new Response(drawIcon(hub.brand), { headers: { "Content-Type": "image/svg+xml" } });
