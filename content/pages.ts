/** pages.json: what a build holds, beside `public/`. Written by site/knowledge, read by the server that serves the build. */
import { z } from "zod";

export const BuiltPage = z.object({
  /** Path within the hub, "/" or with a slash at both ends; a page that is not a folder's index keeps its file name. */
  path: z.string(),
  /** File within `public/`. */
  file: z.string(),
  /** Hashes of its inline scripts, ready for `script-src`: `'sha256-…'`. */
  scripts: z.array(z.string()),
});
export type BuiltPage = z.infer<typeof BuiltPage>;

export const BuiltPages = z.object({
  version: z.literal(1),
  pages: z.array(BuiltPage),
  /** The same hashes for shell.html, which the server fills. */
  shell: z.object({ scripts: z.array(z.string()) }),
});
export type BuiltPages = z.infer<typeof BuiltPages>;
