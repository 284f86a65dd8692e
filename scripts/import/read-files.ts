import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { utcDay } from "#content/utc-day.ts";
import type { Report } from "./report.ts";
import type { SourceFiles } from "./source.ts";

const MAX_FILES = 20_000;
const MAX_DEPTH = 20;
const NO_DATE_BEFORE = 1990;
const MAX_BYTES = 1_000_000;
/** Saved pages carry their pictures and scripts, an export all articles. */
const LARGER: Record<string, number> = { ".html": 10_000_000, ".htm": 10_000_000, ".json": 200_000_000 };
const SKIPPED = new Set(["node_modules", ".git", ".next", ".docusaurus"]);

/** Lists a folder without following links out of it. @throws Error when there is none or it has too many files. */
export function readFiles(source: string, report: Report): { root: string; files: SourceFiles } {
  const found = statSync(source, { throwIfNoEntry: false });
  if (!found) throw new Error(`There is no folder ${source}: name the one that your articles are in.`);
  const root = realpathSync(found.isDirectory() ? source : path.dirname(source));
  const names: string[] = [];
  listFolder(root, "", names, report);
  const listed = found.isDirectory() ? names : [path.basename(source)];
  return {
    root,
    files: {
      names: listed.toSorted(),
      read: (name) => readText(root, name, report),
      changed: (name) => changedOn(statSync(path.join(root, name)).mtime),
    },
  };
}

/** What unpacks an archive gives files a day of the 1970s or 1980s where it knows none. */
const changedOn = (at: Date): string => utcDay(at.getFullYear() < NO_DATE_BEFORE ? new Date() : at);

function listFolder(root: string, below: string, names: string[], report: Report): void {
  if (below.split("/").length > MAX_DEPTH) {
    report.about(below)(1, below, `Folders deeper than ${MAX_DEPTH} are not read. Move what you need further up.`);
    return;
  }
  for (const entry of readdirSync(path.join(root, below), { withFileTypes: true })) {
    const name = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isSymbolicLink())
      report.about(name)(1, name, "Links to other files are not followed. Put the file itself here.");
    else if (entry.isDirectory()) {
      if (isBuilt(root, name))
        report.about(name)(
          1,
          name,
          "Not read: it is what a build has made. Name it as the source if you want its pages.",
        );
      else if (!SKIPPED.has(entry.name)) listFolder(root, name, names, report);
    } else if (entry.isFile()) names.push(name);
    if (names.length > MAX_FILES)
      throw new Error(`${root} has more than ${MAX_FILES} files. Name the folder of the articles alone.`);
  }
}

/** A project's own folder of that name may as well hold pages on how to build. */
const isBuilt = (root: string, name: string): boolean =>
  (name === "dist" || name === "build") &&
  existsSync(path.join(root, "package.json")) &&
  existsSync(path.join(root, name, "index.html"));

function readText(root: string, name: string, report: Report): string | null {
  const file = path.join(root, name);
  const { size } = statSync(file);
  if (size > (LARGER[path.extname(name)] ?? MAX_BYTES)) {
    report.about(name)(1, `${Math.ceil(size / 1_000_000)} MB`, "Too large for one article: not imported. Split it.");
    return null;
  }
  return decode(readFileSync(file), report, name).replaceAll("\0", "").replace(/\r\n?/g, "\n");
}

function decode(bytes: Buffer, report: Report, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const named = /<meta[^>]+charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 2048).toString("latin1"))?.[1];
    const encoding = named && named.toLowerCase() !== "utf-8" ? named : "windows-1252";
    const todo = `Not UTF-8: read as ${encoding}. See whether accents and signs are right.`;
    report.about(name)(1, "encoding", todo);
    try {
      return new TextDecoder(encoding).decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  }
}
