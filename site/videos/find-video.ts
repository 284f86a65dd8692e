import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { imageMetadata } from "astro/assets/utils";
import { VIDEOS_FOLDER } from "#content/article-path.ts";
import { captionsIn, filesOf, FILM_ENDINGS, STILL_ENDINGS, VIDEO_TYPES, type Named } from "./video-names.ts";

/** A file of `content/videos`; `url` names it by what is in it, so that a browser keeps it for good. `size` in bytes. */
export type VideoFile = { file: string; url: string; type: string; size: number };
export type Video = {
  /** The same in one kind of file or two. */
  films: VideoFile[];
  /** What is shown before it plays. */
  still: (VideoFile & { width: number; height: number }) | null;
  /** In each language of the hub that has some. */
  captions: (VideoFile & { language: string })[];
};

/** @throws Error when there is no such video: `checkVideos` says so before a build. */
export async function findVideo(named: Named, language: string, languages: string[]): Promise<Video> {
  const [standard = language] = languages;
  const films = filesOf(named, FILM_ENDINGS, language).map(openFile);
  if (films.length === 0) throw new Error(`There is no video "${named.name}" in ${VIDEOS_FOLDER}/`);
  const [still] = filesOf(named, STILL_ENDINGS, language);
  const captions = languages.flatMap((each) => {
    const file = captionsIn(named, each, standard);
    return file ? [{ ...openFile(file), language: each }] : [];
  });
  return { films, still: still ? { ...openFile(still), ...(await sizeOf(still)) } : null, captions };
}

/** Every file there that pages may load. */
export const listVideoFiles = (contentDir: string): VideoFile[] =>
  globSync(`${VIDEOS_FOLDER}/*{${Object.keys(VIDEO_TYPES).join()}}`, { cwd: contentDir }).map((name) =>
    openFile(path.join(contentDir, name)),
  );

const opened = new Map<string, VideoFile>();

/** Read once for as long as it stays as it is: films are large, and several pages may have one. */
function openFile(file: string): VideoFile {
  const { size, mtimeMs } = statSync(file);
  const key = `${file}:${size}:${mtimeMs}`;
  const known = opened.get(key) ?? describe(file, size);
  opened.set(key, known);
  return known;
}

function describe(file: string, size: number): VideoFile {
  const { name, ext } = path.parse(file);
  const hash = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
  return { file, url: `/videos/${encodeURIComponent(name)}.${hash}${ext}`, type: VIDEO_TYPES[ext] ?? "", size };
}

async function sizeOf(file: string): Promise<{ width: number; height: number }> {
  const { width, height } = await imageMetadata(readFileSync(file), file);
  return { width, height };
}
