import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** Builds the hub of this content into this folder, unless that was done before. @throws Error when it fails. */
export function buildHub(contentDir: string, buildsDir: string): void {
  const env = { ...process.env, CONTENT_DIR: contentDir, BUILDS_DIR: buildsDir };
  const { status } = spawnSync(process.execPath, [path.join(ROOT, "scripts", "build.mjs")], { env, stdio: "inherit" });
  if (status !== 0) throw new Error("The hub could not be built; what is to be mended stands above.");
}
