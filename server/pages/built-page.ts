import type { Context } from "hono";
import { AppError } from "#server/core/errors.ts";
import type { Build } from "#server/static/build.ts";
import type { Html, PageEnv } from "./shell.ts";

/** Answers with a page of the build, with what stands between `<!--slot:name-->` and `<!--/slot:name-->` replaced. */
export async function sendBuiltPage<E extends PageEnv>(
  c: Context<E>,
  name: string,
  slots: Record<string, Html>,
): Promise<Response> {
  const build: Build = c.get("build");
  const file = build.files.get(name);
  if (!file) throw new AppError("not_found", "This hub has been built without this page.");
  let page = file.body.toString("utf8");
  for (const [slot, html] of Object.entries(slots)) {
    const filled = String(await html);
    page = page.replace(new RegExp(`<!--slot:${slot}-->.*?<!--/slot:${slot}-->`, "s"), () => filled);
  }
  // kept for going back to, asked for anew otherwise
  c.header("Cache-Control", "no-cache");
  c.header("Content-Security-Policy", file.policy);
  return c.html(page);
}
