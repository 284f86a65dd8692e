import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { close, createIndex } from "pagefind";

/** Of the files Pagefind writes, those for its own interface, which nothing here loads. */
const UNUSED = /ui\.|highlight|component/;

/**
 * Indexes what is in `publicDir` for the browser's search, into `publicDir/pagefind`.
 * @throws Error when Pagefind cannot index a page.
 */
export async function writeSearchIndex(publicDir: string): Promise<{ pages: number }> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind: ${errors.join(", ")}`);
    const added = await index.addDirectory({ path: publicDir });
    if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join(", ")}`);
    const { files } = await index.getFiles();
    for (const file of files.filter(({ path: name }) => !UNUSED.test(name))) {
      const target = path.join(publicDir, "pagefind", file.path);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, file.content);
    }
    return { pages: added.page_count };
  } finally {
    await close();
  }
}
