/**
 * After the pages are built: each gets a picture of its own in place of social.png, drawn once and kept in .cache. What
 * draws is loaded where there is something to draw. No fault of a picture fails a build.
 */
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import type { Hub } from "#content/schema.ts";
import { hexOf } from "#content/oklch.ts";
import { paletteOf } from "#content/palette.ts";
import { ownTypefaceOf } from "#content/typeface-file.ts";
import type { Address, Built } from "#site/knowledge/built-pages.ts";
import { openTypefaceFiles, type TypefaceFiles } from "#site/typeface/files.ts";
import { drawCard, type Inks } from "./draw-card.ts";
import { createNaming, openCache } from "./picture-cache.ts";
import { planCard, readSaid, type Card, type Said } from "./plan-card.ts";
import type { Typeface } from "./typeface.ts";

/** As site/layouts/page-meta.astro names it. */
const STANDARD = '/social.png"';
/** Fewer are drawn before one would read of it. */
const WORTH_TELLING = 20;

type Asked = {
  publicDir: string;
  cacheDir: string;
  hub: Hub;
  contentDir: string;
  /** Unix milliseconds. */
  now: number;
  /** Progress, piece by piece, of a line that somebody else ends. */
  tell: (text: string) => void;
  warn: (text: string) => void;
};
type Put = (html: string, page: Address) => string;

export function createSocialImages(asked: Asked) {
  const saids = new Map<string, Said>();
  return {
    read(built: Built): void {
      const said = asked.hub.socialImages ? readSaid(built, asked.hub) : null;
      // a copy: a piece of a page's text would keep all of it in memory
      if (said) saids.set(built.file, JSON.parse(JSON.stringify(said)) as Said);
    },
    /** Draws what is missing. Gives what puts each page's picture into it. */
    async finish(): Promise<Put> {
      if (saids.size === 0) return (html) => html;
      try {
        const keys = await makePictures(saids, asked);
        return (html, { file }) => {
          const key = keys.get(file);
          return key ? html.replace(STANDARD, `/social/${key}.png"`) : html;
        };
      } catch (error) {
        const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
        asked.warn(`No social images: ${why}. Pages name /social.png in their place.\n`);
        return (html) => html;
      }
    },
  };
}

/** By page's file, the names of the pictures, which stand in public/social afterwards. */
async function makePictures(saids: Map<string, Said>, { publicDir, cacheDir, hub, contentDir, now, tell }: Asked) {
  const own = ownTypefaceOf(hub.brand);
  const files = own && openTypefaceFiles(own, contentDir);
  const typeface = await openTypeface(files);
  const inks = inksOf(hub);
  const nameOf = createNaming();
  const cards = new Map<string, Card>();
  const keys = new Map<string, string>();
  for (const [file, said] of saids) {
    const card = planCard(said, typeface.has);
    const key = nameOf([card, inks, files?.map(({ url }) => url)]);
    cards.set(key, card);
    keys.set(file, key);
  }
  const cache = openCache(cacheDir, now);
  const missing = [...cards].filter(([key]) => !cache.has(key));
  if (missing.length > 0) {
    const draw = await createDraw(inks, typeface);
    const count = createCount(missing.length, tell);
    await eachOf(missing, async ([key, card]) => {
      await cache.keep(key, await draw(card));
      count();
    });
  }
  const folder = path.join(publicDir, "social");
  mkdirSync(folder, { recursive: true });
  await eachOf([...cards.keys()], (key) => cache.copy(key, path.join(folder, `${key}.png`)));
  cache.sweep();
  return keys;
}

/** The operator's own, where hub.yaml names its files: what a reader's system has, nobody knows here. */
async function openTypeface(files: TypefaceFiles | undefined): Promise<Typeface> {
  const { typefaceOf } = await import("./typeface.ts");
  if (files) return typefaceOf(await (await import("#site/typeface/own-weights.ts")).openOwn(files));
  return typefaceOf((await import("#site/typeface/standard-weights.ts")).openStandard());
}

/** By day: the palette's checks hold for them (site/brand/legibility.ts). */
function inksOf(hub: Hub): Inks {
  const palette = paletteOf(hub.brand);
  const of = (name: keyof Inks) => hexOf(palette[name].day);
  return {
    paper: of("paper"),
    ink: of("ink"),
    "ink-2": of("ink-2"),
    rail: of("rail"),
    brand: of("brand"),
    line: of("line"),
  };
}

/** 16 colours are enough for four inks with soft edges, and make a fourth of the bytes. */
async function createDraw(inks: Inks, typeface: Typeface): Promise<(card: Card) => Promise<Uint8Array>> {
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  sharp.cache(false);
  return (card) =>
    sharp(Buffer.from(drawCard(card, inks, typeface)))
      .png({ palette: true, colours: 16, effort: 1, dither: 0 })
      .toBuffer();
}

/** As many at a time as there are processors. */
async function eachOf<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

function createCount(all: number, tell: (text: string) => void): () => void {
  const isTold = all >= WORTH_TELLING;
  let done = 0;
  if (isTold) tell(`${all} social images: `);
  return () => {
    done += 1;
    const tenth = Math.floor((done * 10) / all);
    if (isTold && tenth > Math.floor(((done - 1) * 10) / all)) tell(tenth < 10 ? `${tenth}0 % ` : "drawn … ");
  };
}
