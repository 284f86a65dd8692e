// npm run dev: pages from Astro with hot reload, the API beside them, restarted when its code changes. One Ctrl-C ends both.
// npm run content:preview: the same with --drafts: pages show drafts too; search and answers do not know them.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { ensureInstalled } from "./install.mjs";
import { ensureNode24 } from "./node24.mjs";
import { ROOT, startCommand } from "./run.mjs";
import { isServers } from "./server-paths.mjs";

/** Vite's proxy: sends what only the server answers to it. */
function proxyTo(target) {
  return { "^/": { target, bypass: (request) => (isServers(request) ? undefined : request.url) } };
}

if (!(await ensureInstalled({ dev: true }))) process.exit(1);
await ensureNode24();
const envFile = path.join(ROOT, ".env");
if (existsSync(envFile)) process.loadEnvFile(envFile);

const port = Number(process.env.PORT ?? 4321);
const server = { host: "127.0.0.1", port: port + 1 };
const pages = `http://localhost:${port}`;

// Search, answers and the server's own pages read a build; while developing it is the last one.
const build = spawnSync(process.execPath, [path.join(ROOT, "scripts", "build.mjs")], { stdio: "inherit" });
if (build.status !== 0) process.exit(1);
const drafts = process.argv.includes("--drafts");
console.log(
  `Pages with hot reload${drafts ? ", drafts shown" : ""}: ${pages}\nSearch and answers know the articles as they are now; restart to renew them.\n`,
);

const env = { ...process.env, HOST: server.host, PORT: String(server.port), PUBLIC_URL: pages };
const api = startCommand(
  process.execPath,
  ["--watch", "--watch-preserve-output", path.join(ROOT, "server", "main.ts")],
  {
    env,
    stdio: "inherit",
  },
);
if (drafts) process.env.SHOW_DRAFTS = "1";
const { dev } = await import("astro");
const astro = await dev({
  root: ROOT,
  logLevel: "warn",
  // `always` would refuse addresses of the API before they are sent on
  trailingSlash: "ignore",
  server: { host: "localhost", port },
  vite: { server: { strictPort: true, proxy: proxyTo(`http://${server.host}:${server.port}`) } },
});
const { code, interrupted } = await api.ended;
await astro.stop();
process.exit(interrupted ? 0 : code);
