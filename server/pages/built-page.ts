import type { Context } from "hono";
import { localizeLinks } from "#content/languages.ts";
import { speech } from "#content/words.ts";
import { AppError } from "#server/core/errors.ts";
import type { Build } from "#server/static/build.ts";
import type { Html, PageEnv } from "./shell.ts";
import { commonPageWords as t } from "./common-page.words.ts";

/** Answers with a page of the build, with what stands between `<!--slot:name-->` and `<!--/slot:name-->` replaced. */
export async function sendBuiltPage<E extends PageEnv>(
  c: Context<E>,
  name: string,
  slots: Record<string, Html>,
): Promise<Response> {
  const build: Build = c.get("build");
  const { language } = speech();
  const own = build.shells.has(language) ? `/${language}${name}` : name;
  const file = build.files.get(own);
  if (!file) throw new AppError("not_found", t.thisHubHasBeen);
  let page = file.body.toString("utf8");
  for (const [slot, html] of Object.entries(slots)) {
    const filled = String(await html);
    page = page.replace(new RegExp(`<!--slot:${slot}-->.*?<!--/slot:${slot}-->`, "s"), () => filled);
  }
  // kept for going back to, asked for anew otherwise
  c.header("Cache-Control", "no-cache");
  c.header("Content-Security-Policy", file.policy);
  return c.html(own === name ? page : localizeLinks({ languages: ["", language] }, language, page));
}
