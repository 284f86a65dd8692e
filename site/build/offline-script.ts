/**
 * `import script from "virtual:offline-script"`: the hub's service worker. Where hub.yaml does not ask for one, and while
 * pages are developed, it is one that takes back what an earlier one kept.
 */
import path from "node:path";
import type { Plugin } from "vite";
import { baseOf } from "#content/languages.ts";
import type { Hub } from "#content/schema.ts";
import { bundleScript } from "./bundle-script.ts";
import { virtual } from "./virtual.ts";

const FOLDER = path.resolve(import.meta.dirname, "../offline");

export function offlineScript(hub: Pick<Hub, "languages" | "offline">, target: string[]): Plugin {
  let keeps = false;
  // another build is another worker: copies of the one before go
  const settings = {
    build: process.env["BUILD_ID"] ?? "",
    bases: hub.languages.map((language) => baseOf(hub, language)),
  };
  const bundle = () =>
    bundleScript({
      entry: path.join(FOLDER, keeps ? "keep.ts" : "leave.ts"),
      name: "handrailOffline",
      target,
      plugins: [virtual("offline-settings", () => `export const settings = ${JSON.stringify(settings)};`)],
    });
  return {
    ...virtual("offline-script", bundle),
    // asked twice in a build, first for a server that Astro begins with: the last one counts
    configResolved: ({ command }) => {
      keeps = hub.offline && command === "build";
    },
  };
}
