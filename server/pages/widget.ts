import { Hono, type Context } from "hono";
import type { Hub } from "#content/schema.ts";
import { AppError } from "#server/core/errors.ts";
import type { Builds } from "#server/static/builds.ts";
import { framedBy } from "#server/static/csp.ts";
import { serveBuilt } from "#server/static/serve.ts";
import type { PageEnv } from "./shell.ts";

type WidgetDeps = { hub: Pick<Hub, "widget">; builds: Builds };

/** Hosts' pages have no hash in the script's address: a new build reaches them within minutes. */
const SCRIPT_CACHE = "public, max-age=300, stale-while-revalidate=86400";

/** The widget's two built files, which alone of the hub are for other origins: the page in the frame, and the host's script. */
export const widgetPages = ({ hub, builds }: WidgetDeps) =>
  new Hono<PageEnv>()
    .get("/widget/", (c) => {
      const page = serve(c, builds);
      const policy = page.headers.get("Content-Security-Policy") ?? "";
      page.headers.set("Content-Security-Policy", framedBy(policy, hub.widget.origins));
      return page;
    })
    .get("/widget.js", (c) => {
      const script = serve(c, builds);
      script.headers.set("Access-Control-Allow-Origin", "*");
      script.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
      script.headers.set("Cache-Control", SCRIPT_CACHE);
      return script;
    });

function serve(c: Context<PageEnv>, builds: Builds): Response {
  const file = serveBuilt(c, c.get("build"), builds);
  if (!file) throw new AppError("not_found", "This build has no widget.");
  return file;
}
