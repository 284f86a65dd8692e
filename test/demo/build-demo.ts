import path from "node:path";
import { buildHub } from "#test/support/build-hub.ts";

/** Builds of the demo are kept, so that it starts at once the next time. */
const BUILDS = path.resolve(import.meta.dirname, "../..", "data-demo", "builds");

/** Builds the hub from this content, unless that was done before. Gives the folder. @throws Error when it fails. */
export function buildDemo(contentDir: string): string {
  buildHub(contentDir, BUILDS);
  return BUILDS;
}
