/** What a build is told from outside, and the hub it is for. Read once, at build. */
import path from "node:path";
import { loadHub } from "#content/hub.ts";

export const contentDir = path.resolve(process.env.CONTENT_DIR ?? "./content");
/** Origin of the hub for readers, without a slash at the end; undefined when the operator has not named one. */
export const publicUrl = process.env.PUBLIC_URL?.replace(/\/+$/, "") || undefined;
export const hub = loadHub(contentDir);
