import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { buildHub } from "#test/support/build-hub.ts";
import { serveHub, type ServedHub } from "#test/support/served-hub.ts";
import { test } from "./support.ts";

/** Tests of a hub unlike ours: an empty one, with what `change` makes of its content. Built in this folder. */
export const testHub = (folder: string, change: (contentDir: string) => void | Promise<void>) =>
  test.extend<object, { ownHub: ServedHub }>({
    ownHub: [
      // Playwright reads what a fixture needs from this pattern
      // eslint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const content = path.join(folder, "content");
        rmSync(content, { recursive: true, force: true });
        cpSync(path.resolve("scripts/new-hub"), content, { recursive: true });
        await change(content);
        const builds = path.join(folder, "builds");
        buildHub(content, builds);
        const hub = await serveHub({ BUILDS_DIR: builds }, { from: content });
        await use(hub);
        await hub.stop();
      },
      { scope: "worker", timeout: 300_000 },
    ],
    baseURL: async ({ ownHub }, use) => use(ownHub.url),
  });
