import { existsSync } from "node:fs";
import path from "node:path";
import { VIDEOS_FOLDER } from "#content/article-path.ts";

/** What browsers play, the smaller kind first where there are both; what is shown before; what is said. */
const FILMS = { ".webm": "video/webm", ".mp4": "video/mp4" };
const STILLS = { ".webp": "image/webp", ".avif": "image/avif", ".png": "image/png", ".jpg": "image/jpeg" };
const CAPTIONS = { ".vtt": "text/vtt; charset=utf-8" };
export const FILM_ENDINGS = Object.keys(FILMS);
export const STILL_ENDINGS = Object.keys(STILLS);
export const CAPTION_ENDINGS = Object.keys(CAPTIONS);
/** The media type of each file that a video is made of, by its ending. */
export const VIDEO_TYPES: Readonly<Record<string, string>> = { ...FILMS, ...STILLS, ...CAPTIONS };

/** Which video of which content. */
export type Named = { contentDir: string; name: string };

/** The files of a video with these endings: each in the language, `tour.de.mp4`, or else for all, `tour.mp4`. */
export const filesOf = (named: Named, endings: string[], language: string): string[] =>
  endings.flatMap((ending) => fileIn(named, ending, language) ?? fileIn(named, ending) ?? []);

/** Its file with this ending that is in this language, or in none. */
export function fileIn({ contentDir, name }: Named, ending: string, language?: string): string | null {
  const file = path.join(contentDir, VIDEOS_FOLDER, `${name}${language ? `.${language}` : ""}${ending}`);
  return existsSync(file) ? file : null;
}

/** Captions in a language. Those without a language in their name are in the hub's first. */
export const captionsIn = (named: Named, language: string, standard: string): string | null =>
  CAPTION_ENDINGS.map(
    (ending) => fileIn(named, ending, language) ?? (language === standard ? fileIn(named, ending) : null),
  ).find((file) => file !== null) ?? null;
