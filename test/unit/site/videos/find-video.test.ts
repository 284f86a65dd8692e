import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findVideo, listVideoFiles } from "#site/videos/find-video.ts";

const STILL = path.resolve(import.meta.dirname, "../../../../content/videos/find-an-answer.webp");
let contentDir: string;
beforeEach(() => {
  contentDir = mkdtempSync(path.join(tmpdir(), "handrail-videos-"));
  mkdirSync(path.join(contentDir, "videos"));
});
afterEach(() => rmSync(contentDir, { recursive: true }));

const write = (name: string, text = name) => writeFileSync(path.join(contentDir, "videos", name), text);
const find = (language: string) => findVideo({ contentDir, name: "tour" }, language, ["en", "de"]);

test("a video has the files of its language, and those that are for all", async () => {
  for (const name of ["tour.mp4", "tour.webm", "tour.de.mp4", "tour.vtt", "tour.de.vtt", "tour.fr.vtt", "tours.mp4"])
    write(name);
  cpSync(STILL, path.join(contentDir, "videos", "tour.webp"));
  const english = await find("en");
  expect(english.films.map(({ url, type, size }) => [url.replace(/\.[0-9a-f]{12}\./, "."), type, size])).toEqual([
    ["/videos/tour.webm", "video/webm", 9],
    ["/videos/tour.mp4", "video/mp4", 8],
  ]);
  expect(english.still).toMatchObject({ type: "image/webp", width: 1120 });
  expect(english.captions.map(({ file, language }) => [path.basename(file), language])).toEqual([
    ["tour.vtt", "en"],
    ["tour.de.vtt", "de"],
  ]);
  expect((await find("de")).films.map(({ file }) => path.basename(file))).toEqual(["tour.webm", "tour.de.mp4"]);
});

test("its address changes with what is in it, and only then", async () => {
  write("tour.mp4", "one");
  const before = await find("en");
  expect(await find("en")).toEqual(before);
  expect(before).toMatchObject({ still: null, captions: [] });
  write("tour.mp4", "another");
  expect((await find("en")).films[0]?.url).not.toBe(before.films[0]?.url);
});

test("what is no video is not published, and one that is not there is named", async () => {
  for (const name of ["tour.de.vtt", "notes.txt", "raw.mov"]) write(name);
  expect(listVideoFiles(contentDir).map(({ file }) => path.basename(file))).toEqual(["tour.de.vtt"]);
  await expect(find("en")).rejects.toThrow('There is no video "tour" in videos/');
});
