import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { type Reading, stateOf, toInstant, toLink, toText, UnreadableStatus } from "./reading.ts";
import { vendorPageTexts as t } from "../vendor-page.words.ts";

const Item = z.object({
  title: z.string(),
  link: z.string().nullish(),
  description: z.string().nullish(),
  pubDate: z.string().nullish(),
});
const Feed = z.object({ rss: z.object({ channel: z.object({ item: z.array(Item).max(2000) }) }) });

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === "item" });

/** A StatusIQ feed: one item a component, called "<component> - <state>". `only` names the component. */
export function parseRss(body: string, only?: string): Reading {
  const item = itemsOf(body).find(({ title }) => title.startsWith(`${only} - `));
  if (!only || !item) throw new UnreadableStatus();
  const words = item.title.slice(only.length + 3);
  const state = stateOf(words);
  // since when it is so is not certain: the item's date may be the feed's
  if (state === "operational") return { state, incidents: [], past: [] };
  const startedAt = toInstant(item.pubDate);
  const incident = {
    id: `${only}-${startedAt ?? words}`,
    title: `${only}: ${words.toLowerCase()}`,
    state: words.toLowerCase(),
    startedAt,
    url: toLink(item.link),
    update: toText(item.description, 400),
  };
  return { state, incidents: [incident], past: [] };
}

/** The parser is lenient: a feed that was cut off, or that defines entities of its own (XML bombs do), is refused here. */
function itemsOf(body: string): z.infer<typeof Item>[] {
  if (!body.trimEnd().endsWith("</rss>") || body.includes("<!DOCTYPE")) throw new UnreadableStatus();
  let value: unknown;
  try {
    value = parser.parse(body);
  } catch (cause) {
    throw new UnreadableStatus(t.notUnderstood, { cause });
  }
  const feed = Feed.safeParse(value);
  if (!feed.success) throw new UnreadableStatus(t.notUnderstood, { cause: feed.error });
  return feed.data.rss.channel.item;
}
