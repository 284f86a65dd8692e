/** Writes <file>.br and <file>.gz beside files of a built hub that get smaller by it, so that it costs a reader nothing. */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";

/** Text only: images, fonts and Pagefind's index are compressed already. */
const TEXTS = "**/*.{html,css,js,mjs,json,webmanifest,xml,txt,md,vtt,svg,map}";
const PAGE = /\.(?:html|md|txt|xml)$/;
const BEST = constants.BROTLI_MAX_QUALITY;
/** Of pages: the best takes three times as long and saves a fortieth; where there are many, this too would be most of a build. */
const GOOD = 10;
const QUICK = 6;
const MANY = 200;
const AT_ONCE = 8;

const beside = { brotli: promisify(brotliCompress), deflate: promisify(gzip) };
const here = { brotli: brotliCompressSync, deflate: gzipSync };

/** Compresses what is below `root`: of `texts`, all but `exclude`. What would not shrink by a tenth gets no twin. */
export async function precompress(root: string, exclude: string[] = [], texts = TEXTS): Promise<void> {
  const files = globSync(texts, { cwd: root, exclude });
  const ofPages = files.filter((file) => PAGE.test(file)).length > MANY ? QUICK : GOOD;
  const work = async () => {
    for (let file = files.pop(); file; file = files.pop())
      await compressFile(path.join(root, file), PAGE.test(file) ? ofPages : BEST);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function compressFile(file: string, quality: number): Promise<void> {
  const body = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    // no larger than the file: a window is filled before it is used
    [constants.BROTLI_PARAM_LGWIN]: Math.min(Math.ceil(Math.log2(body.length + 16)), constants.BROTLI_DEFAULT_WINDOW),
  };
  // handing a file to another thread takes longer than the quick quality does
  const { brotli, deflate } = quality === QUICK ? here : beside;
  const [br, gz] = await Promise.all([brotli(body, { params }), deflate(body, { level: 9 })]);
  if (br.length < body.length * 0.9) writeFileSync(`${file}.br`, br);
  if (gz.length < body.length * 0.9) writeFileSync(`${file}.gz`, gz);
}
