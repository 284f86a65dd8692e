/** Writes <file>.br and <file>.gz beside every file of a built hub that gets smaller by it, so that it costs a reader nothing. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Text only: images, fonts and Pagefind's index are compressed already. */
const TEXT = /\.(?:html|css|m?js|json|webmanifest|xml|txt|md|svg|map)$/;
/** Pages. Where there are many, the best quality would take most of a build's time, and save a tenth. */
const PAGE = /\.(?:html|md|txt|xml)$/;
const MANY = 300;
const QUALITY_OF_MANY = 6;
const AT_ONCE = 8;
const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Compresses below `root`. Files that would not shrink by a tenth get no twin. */
export async function precompress(root: string): Promise<void> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name));
  const queue = files.map((entry) => path.join(entry.parentPath, entry.name));
  const work = async () => {
    for (let file = queue.pop(); file; file = queue.pop())
      await compressFile(file, files.length > MANY && PAGE.test(file) ? QUALITY_OF_MANY : constants.BROTLI_MAX_QUALITY);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function compressFile(file: string, quality: number): Promise<void> {
  const body = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const [br, gz] = await Promise.all([brotli(body, { params }), deflate(body, { level: 9 })]);
  if (br.length < body.length * 0.9) await writeFile(`${file}.br`, br);
  if (gz.length < body.length * 0.9) await writeFile(`${file}.gz`, gz);
}
