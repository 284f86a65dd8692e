import type { APIRoute } from "astro";
import script from "virtual:widget-script";

export const GET: APIRoute = () => new Response(script, { headers: { "Content-Type": "text/javascript" } });
