import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Integration } from "#content/schema.ts";
import { SETTINGS } from "#server/core/settings.ts";
import { startStatusPages, type StatusPages } from "#test/fakes/status-pages.ts";
import { SERVER_FLAGS } from "../../scripts/server-flags.mjs";
import { freePort } from "./ports.ts";
import { copyContent, type Changes } from "./copy-content.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const START_WITHIN_MS = 30_000;

export type ServedHub = {
  /** Without a slash at the end. */
  url: string;
  /** Makes the first desk account, once. */
  deskLink: string;
  /** The vendors' own pages, as this hub reads them. */
  statusPages: StatusPages;
  pid: number;
  stop(): Promise<void>;
};

/**
 * The hub as `npm start` serves it: its own process, the last build, a database of its own. Vendors' status pages are
 * fakes. `root`: another copy of the hub. @throws Error with what it said when it does not start.
 */
export async function serveHub(
  settings: Record<string, string> = {},
  changes: Changes = {},
  root = ROOT,
): Promise<ServedHub> {
  const folder = mkdtempSync(path.join(tmpdir(), "handrail-served-"));
  const statusPages = await startStatusPages();
  copyContent(path.join(folder, "content"), {
    from: path.join(root, "content"),
    ...changes,
    integrations: statusPages.integrations.map(readStatusOf),
  });
  const env = {
    // whatever stands in the operator's .env is no part of it: an empty value counts as not set
    ...Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, ""])),
    PATH: process.env["PATH"],
    BUILDS_DIR: process.env["BUILDS_DIR"] ?? path.join(root, "builds"),
    CONTENT_DIR: path.join(folder, "content"),
    DATA_DIR: path.join(folder, "data"),
    PORT: String(await freePort()),
    LOG_LEVEL: "error",
    ...settings,
  };
  // A run that is killed leaves no server behind.
  const follow = pathToFileURL(path.join(root, "scripts", "follow-launcher.mjs")).href;
  const child = spawn(process.execPath, [...SERVER_FLAGS, "--import", follow, path.join(root, "server", "main.ts")], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    // In a group of its own a Ctrl+C reaches it once, from here.
    detached: process.platform !== "win32",
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await statusPages.close();
    rmSync(folder, { recursive: true, force: true });
  };
  // With a channel beside them, the types of the three streams are lost; the second is a pipe.
  const report = await readReport(child.stdout as NodeJS.ReadableStream, ended);
  const deskLink = /\S+\/desk\/join\/\S+/.exec(report)?.[0] ?? "";
  return { url: `http://localhost:${env.PORT}`, deskLink, statusPages, pid: child.pid ?? 0, stop };
}

const readStatusOf = ({ id, statusUrl, statusInstance }: Integration) => ({ id, statusUrl, statusInstance });

/** What a started hub says, to its last line. */
async function readReport(stdout: NodeJS.ReadableStream, ended: Promise<void>): Promise<string> {
  let text = "";
  const said = new Promise<string>((resolve) => {
    stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (/ database .*\n/.test(text)) setImmediate(() => resolve(text));
    });
  });
  const failed = ended.then(() => Promise.reject(new Error(`The hub ended before it served:\n${text}`)));
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`The hub did not start:\n${text}`)), START_WITHIN_MS).unref();
  });
  return Promise.race([said, failed, late]);
}
