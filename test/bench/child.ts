import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { freePort } from "#test/support/ports.ts";

export type Child = { origin: string; pid: number; stop: () => void };

/** Runs a file of this folder that serves on PORT, once it says that it is ready. */
export async function startChild(file: string, settings: Record<string, string> = {}): Promise<Child> {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, file)], {
    env: { ...process.env, ...settings, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => void child.kill() };
}

/** Watches what memory (resident, MB) a process has; `stop` gives the most. */
export function watchMemory(pid: number): { now: () => number; stop: () => number } {
  const now = () => Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
  let most = now();
  const timer = setInterval(() => (most = Math.max(most, now())), 500);
  return {
    now,
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}
