import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Builds of the demo are kept, so that it starts at once the next time. */
const BUILDS = path.join(ROOT, "data-demo", "builds");

/** Builds the hub from this content, unless that was done before. Gives the folder. @throws Error when it fails. */
export function buildDemo(contentDir: string): string {
  const env = { ...process.env, CONTENT_DIR: contentDir, BUILDS_DIR: BUILDS };
  const { status } = spawnSync(process.execPath, [path.join(ROOT, "scripts", "build.mjs")], { env, stdio: "inherit" });
  if (status !== 0) throw new Error("The demo could not be built; what is to be mended stands above.");
  return BUILDS;
}
