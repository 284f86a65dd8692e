import type { APIRoute } from "astro";
import script from "virtual:offline-script";

/** At the root, because a worker sees only what is below it. */
export const GET: APIRoute = () => new Response(script, { headers: { "Content-Type": "text/javascript" } });
