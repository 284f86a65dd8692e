import { serveStatic } from "@hono/node-server/serve-static";
import type { Context, Env } from "hono";
import { AppError } from "#server/core/errors.ts";
import type { Build } from "./build.ts";
import { pagePolicy } from "./csp.ts";
import { FOR_GOOD, refuseWriting } from "./serve.ts";

/** Answers the path of a film from the disk, piece by piece, as players ask for it; null for any other path. */
export function serveFilm(c: Context, build: Build, path: string): Promise<Response> | null {
  const file = build.films.get(path);
  return file === undefined ? null : sendFilm(c, file);
}

async function sendFilm(c: Context, file: string): Promise<Response> {
  refuseWriting(c);
  // it reads neither variables nor parameters of the route
  const sent = await serveStatic({ path: file })(c as Context<Env, string>, () => Promise.resolve());
  if (!sent) throw new AppError("not_found", "This video is no longer there. Load the page again.");
  sent.headers.set("Accept-Ranges", "bytes");
  sent.headers.set("Cache-Control", FOR_GOOD);
  sent.headers.set("Content-Security-Policy", pagePolicy());
  return sent;
}
