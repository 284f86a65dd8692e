import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { close, createIndex } from "pagefind";

/** Where it stands in `publicDir`. */
export const SEARCH = "pagefind";
/** Of the files Pagefind writes, those for its own interface, which nothing here loads. */
const UNUSED = /ui\.|highlight|component/;

/**
 * Indexes what is in `publicDir` for the browser's search, into `publicDir`.
 * @throws Error when Pagefind cannot index a page.
 */
export async function writeSearchIndex(publicDir: string): Promise<{ pages: number }> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind: ${errors.join(", ")}`);
    const added = await index.addDirectory({ path: publicDir });
    if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join(", ")}`);
    const outputPath = path.join(publicDir, SEARCH);
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join(", ")}`);
    for (const name of readdirSync(outputPath).filter((each) => UNUSED.test(each))) rmSync(path.join(outputPath, name));
    return { pages: added.page_count };
  } finally {
    await close();
  }
}
