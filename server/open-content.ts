import { existsSync } from "node:fs";
import path from "node:path";
import { readHub } from "#content/hub.ts";
import type { Hub } from "#content/schema.ts";
import type { Config } from "./core/config.ts";
import { wordsOf } from "./core/errors.ts";
import { openSpeeches, type Speeches } from "./core/speeches.ts";
import { chooseChannels, type ChannelState } from "./outbox/choose-channels.ts";

/** What the server takes from the content. */
export type Content = {
  hub: Hub;
  speeches: Speeches;
  channels: ChannelState[];
  /** What is wrong with the content as it is now, in words, where that of the build that is served stands in for it. */
  mistake: string | null;
};

/**
 * Reads it from the operator's folder. A mistake that was written there after the last build must not keep the hub from
 * starting, at night after an update of the machine say: then it is what `builtDir`, the build that is served, was made of.
 * @throws Error in words for the operator where that has none, or can be read no better.
 */
export function openContent(config: Config, builtDir: string): Content {
  try {
    return { ...read(config, config.contentDir), mistake: null };
  } catch (error) {
    const kept = path.join(builtDir, "content");
    if (!existsSync(kept)) throw error;
    return { ...read(config, kept), mistake: wordsOf(error) };
  }
}

function read(config: Config, contentDir: string): Omit<Content, "mistake"> {
  const hub = readHub(contentDir);
  return { hub, channels: chooseChannels(hub.support, config), speeches: openSpeeches(hub, contentDir) };
}
