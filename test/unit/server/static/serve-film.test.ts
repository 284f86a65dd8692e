import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { AppError } from "#server/core/errors.ts";
import { loadBuild } from "#server/static/build.ts";
import { serveFilm } from "#server/static/serve-film.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const dir = freshFolder("films");
await writeBuild(dir, "one", { "index.html": "Home" });
const folder = path.join(dir, "one", "public", "videos");
mkdirSync(folder, { recursive: true });
for (const name of ["tour.0123456789ab.mp4", "tour.0123456789ab.vtt", "gone.0123456789ab.webm"])
  writeFileSync(path.join(folder, name), "0123456789");
const build = await loadBuild(dir, "one");
const app = new Hono().all("*", (c) => serveFilm(c, build, c.req.path) ?? c.text("no film", 404));
app.onError((error, c) => c.text(error instanceof AppError ? error.code : "broken", 400));
const FILM = "/videos/tour.0123456789ab.mp4";
const ask = async (headers: Record<string, string>, method = "GET", film = FILM) => {
  const response = await app.request(film, { method, headers });
  return { status: response.status, text: await response.text(), of: response.headers.get("content-range") };
};

test("films stay on the disk, what is said in them does not", () => {
  expect([...build.films.keys()].toSorted()).toEqual(["/videos/gone.0123456789ab.webm", FILM]);
  expect([...build.files.keys()].filter((name) => name.startsWith("/videos/"))).toEqual([
    "/videos/tour.0123456789ab.vtt",
  ]);
});

test("a player gets the piece that it asks for", async () => {
  expect(await ask({ range: "bytes=2-4" })).toEqual({ status: 206, text: "234", of: "bytes 2-4/10" });
  expect(await ask({ range: "bytes=7-" })).toEqual({ status: 206, text: "789", of: "bytes 7-9/10" });
  expect(await ask({ range: "bytes=-2" })).toEqual({ status: 206, text: "89", of: "bytes 8-9/10" });
  expect(await ask({ range: "bytes=0-99" })).toMatchObject({ status: 206, text: "0123456789" });
  expect(await ask({ range: "bytes=10-" })).toMatchObject({ status: 416, of: "bytes */10" });
});

test("the whole is kept for good, and says that there are pieces", async () => {
  const { headers } = await app.request(FILM);
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "video/mp4",
    "content-length": "10",
    "accept-ranges": "bytes",
    "cache-control": "public, max-age=31536000, immutable",
    "content-security-policy": expect.stringContaining("media-src 'self'"),
  });
  expect(await ask({}, "HEAD")).toMatchObject({ status: 200, text: "" });
});

test("it can only be read, and its folder has nothing else", async () => {
  for (const name of ["/videos/", "/videos/..%2f..%2fshell.html", "/videos/tour.mp4"])
    expect(await ask({}, "GET", name)).toMatchObject({ status: 404, text: "no film" });
  expect(await ask({}, "POST")).toMatchObject({ text: "method_not_allowed" });
});

test("a film that somebody deleted is not there, and not there for good", async () => {
  rmSync(path.join(folder, "gone.0123456789ab.webm"));
  const response = await app.request("/videos/gone.0123456789ab.webm");
  expect(response.headers.get("cache-control")).toBeNull();
  expect(await response.text()).toBe("not_found");
});
