/** The two sites that are compared, each with a folder of its own for its content and for what is built. */
import { appendFileSync, cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { serveHub } from "#test/support/served-hub.ts";
import { measureTree, type Measured } from "./measure-tree.ts";
import { serveFolder } from "./serve-folder.ts";
import { TOPICS, writeArticles } from "./site-articles.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PEER = path.join(import.meta.dirname, "starlight");
/** Installed once, apart from what the hub needs. */
const PEER_INSTALLED = path.join(ROOT, ".cache", "starlight");

/** Starlight makes none, whatever PUBLIC_URL says here. */
const NO_PICTURES = "socialImages: false\n";

export type Served = { url: string; stop: () => Promise<void> };
export type Site = {
  /** Puts so many made articles into it, in place of what was there; null: this repository's own. */
  fill: (many: number | null) => void;
  /** From nothing: no notes of the build before. */
  build: () => Promise<Measured>;
  /** The folder of what is served. */
  built: () => string;
  serve: (many: number | null) => Promise<Served>;
  article: (many: number | null) => string;
};

export function ourSite(folder: string): Site {
  const content = path.join(folder, "content");
  const builds = path.join(folder, "builds");
  return {
    fill(many) {
      rmSync(content, { recursive: true, force: true });
      const hub = path.join(content, "hub.yaml");
      if (many === null) {
        cpSync(path.join(ROOT, "content"), content, { recursive: true });
        return appendFileSync(hub, NO_PICTURES);
      }
      cpSync(path.join(ROOT, "scripts", "new-hub"), content, { recursive: true });
      for (const each of ["articles", "learn", "questions.yaml"])
        rmSync(path.join(content, each), { recursive: true, force: true });
      const rest = readFileSync(hub, "utf8").replace(/^topics:\n(?: .*\n)+/m, "");
      writeFileSync(hub, `${rest}\n${stringify({ topics: TOPICS })}${NO_PICTURES}`);
      const addressOf = (id: string) => `/articles/${id}/`;
      const head = (title: string) =>
        `title: "${title}"\nsummary: "What ${title} is about."\nkind: guide\nupdated: 2026-11-01\nsources: [Nobody]`;
      writeArticles({ many, folder: path.join(content, "articles"), addressOf, head, ending: ".mdx" });
    },
    build: () => {
      for (const notes of ["astro", "vite", "content-dir"])
        rmSync(path.join(ROOT, ".cache", notes), { recursive: true, force: true });
      rmSync(builds, { recursive: true, force: true });
      const env = { CONTENT_DIR: content, BUILDS_DIR: builds };
      return measureTree([process.execPath, path.join(ROOT, "scripts", "build.mjs"), "--force"], { cwd: ROOT, env });
    },
    built: () => path.join(builds, readFileSync(path.join(builds, "current"), "utf8").trim(), "public"),
    // this hub's own content has stand-ins for vendors' status pages
    serve: (many) => serveHub({ BUILDS_DIR: builds, ...(many !== null && { CONTENT_DIR: content }) }),
    article: (many) => (many === null ? "/articles/integrations/connect-your-crm/" : "/articles/topic-0/article-0/"),
  };
}

/** Starlight as it comes, on the same articles: of ours, as Markdown, what `page.md` has, in the languages that ours are in. */
export async function starlightSite(ours: Site): Promise<Site> {
  await install();
  // Beneath what is installed: Astro does not find a package's pages from a folder that shares no parent with it.
  const folder = path.join(PEER_INSTALLED, "site");
  rmSync(folder, { recursive: true, force: true });
  cpSync(PEER, folder, { recursive: true });
  const docs = path.join(folder, "src", "content", "docs");
  let languages = "";
  return {
    fill(many) {
      languages = many === null ? "de" : "";
      rmSync(docs, { recursive: true, force: true });
      mkdirSync(docs, { recursive: true });
      writeFileSync(path.join(docs, "index.md"), "---\ntitle: Help\n---\n\nArticles.\n");
      const head = (title: string) => `title: "${title}"\ndescription: "What ${title} is about."`;
      if (many !== null)
        return writeArticles({ many, folder: docs, addressOf: (id) => `/${id}/`, head, ending: ".md" });
      for (const file of globSync("{,de/}{articles,learn}/**/page.md", { cwd: ours.built() }))
        copyArticle(ours.built(), file, docs);
    },
    build: () => {
      for (const notes of ["dist", ".astro", "node_modules/.astro", "node_modules/.vite"])
        rmSync(path.join(folder, notes), { recursive: true, force: true });
      const astro = path.join(PEER_INSTALLED, "node_modules", "astro", "bin", "astro.mjs");
      const env = { ASTRO_TELEMETRY_DISABLED: "1", LANGUAGES: languages };
      return measureTree([process.execPath, astro, "build"], { cwd: folder, env });
    },
    built: () => path.join(folder, "dist"),
    serve: () => serveFolder(path.join(folder, "dist")),
    article: (many) => (many === null ? "/integrations/connect-your-crm/" : "/topic-0/article-0/"),
  };
}

function copyArticle(built: string, file: string, docs: string): void {
  const text = readFileSync(path.join(built, file), "utf8");
  const title = JSON.stringify(/^# (.+)$/m.exec(text)?.[1] ?? file);
  const to = path.join(docs, `${path.dirname(file).replace(/(?<=^|\/)articles\//, "")}.md`);
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, `---\ntitle: ${title}\n---\n\n${text.replace(/^# .+\n/m, "")}`);
}

async function install(): Promise<void> {
  if (existsSync(path.join(PEER_INSTALLED, "node_modules", "astro"))) return;
  mkdirSync(PEER_INSTALLED, { recursive: true });
  for (const file of ["package.json", "package-lock.json"])
    cpSync(path.join(PEER, file), path.join(PEER_INSTALLED, file));
  process.stdout.write("Installing Starlight into .cache/starlight, once.\n");
  await measureTree(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: PEER_INSTALLED });
}
