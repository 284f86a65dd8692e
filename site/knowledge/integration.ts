/**
 * What follows a build: content is checked, built pages become knowledge.json, and the browser's index is made.
 * A mistake fails the build with file and line.
 */
import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { formatMistakes } from "#content/mistakes.ts";
import { precompress } from "#site/build/precompress.ts";
import { contentDir, textFolders } from "#site/content-dir.ts";
import { hub } from "#site/settings.ts";
import { checkTypeface } from "#site/typeface/check-typeface.ts";
import { listPages } from "./built-pages.ts";
import { checkSources } from "./check-sources.ts";
import { startFinisher } from "./page-finisher.ts";
import { readSources } from "./read-sources.ts";
import { refuse, Refusal } from "./refuse-mistakes.ts";
import { moveShells } from "./write-knowledge.ts";
import { SEARCH, writeSearchIndex } from "./write-search-index.ts";

export default function knowledge(): AstroIntegration {
  let publicDir = "";
  let finisher: ReturnType<typeof startFinisher> | undefined;
  return {
    name: "handrail:knowledge",
    hooks: {
      "astro:config:setup": async ({ command, config, logger }) => {
        const sources = readSources(contentDir, hub.languages[0]);
        const mistakes = [...(await checkTypeface(hub, textFolders)), ...checkSources(sources, hub)];
        if (command !== "build") return mistakes.length > 0 ? logger.warn(formatMistakes(mistakes)) : undefined;
        await tell(async () => refuse(mistakes));
        publicDir = path.resolve(fileURLToPath(config.outDir));
        finisher = startFinisher(publicDir, sources);
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((standard) => finisher?.watch(standard) ?? standard);
      },
      "astro:build:done": async ({ logger }) => {
        // the standard typeface, where it is not this hub's
        if (hub.brand.typeface) rmSync(path.join(publicDir, "fonts"), { recursive: true });
        const addresses = listPages(publicDir);
        // Pagefind is a process of its own
        const work = Promise.all([writeSearchIndex(publicDir), finisher?.finish()]);
        // all that made pages is garbage now, which Node would keep until it needs the room: others need it
        // meanwhile. The usual collection leaves most of it
        setImmediate(() => globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" }));
        const [indexed, known] = await tell(() => work);
        moveShells(publicDir, addresses, hub);
        await precompress(path.join(publicDir, SEARCH));
        logger.info(`${known} articles known, ${indexed.pages} pages searchable, every link checked`);
      },
    },
  };
}

/** Astro tells its own errors as they are, without where in the program they come from. */
async function tell<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? new AstroError(error.message) : error;
  }
}
