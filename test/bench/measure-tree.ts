import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { once } from "node:events";
import process from "node:process";

/** Seconds that it took, and MB that it and all it started had at most together: what they share counts once. */
export type Measured = { seconds: number; megabytes: number };

const LOOK_EVERY_MS = 200;

/** Runs a program to its end. @throws Error with what it said when that is not 0 */
export async function measureTree(
  [command = "", ...args]: string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Measured> {
  const startedAt = performance.now();
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => (said += piece.toString()));
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, memoryOf(child.pid ?? 0))), LOOK_EVERY_MS);
  const [code] = (await once(child, "close")) as [number | null];
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${said.slice(-4000)}`);
  return { seconds: (performance.now() - startedAt) / 1000, megabytes: most };
}

function memoryOf(root: number): number {
  const rows = execFileSync("ps", ["-e", "-o", "pid=,ppid=,rss="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
  const tree = new Set([root]);
  // a process stands behind the one that started it
  for (const [pid = 0, parent = 0] of rows) if (tree.has(parent)) tree.add(pid);
  return rows.reduce(
    (sum, [pid = 0, , resident = 0]) => sum + (tree.has(pid) ? (readShare(pid) ?? resident) / 1024 : 0),
    0,
  );
}

/** KB of a process, and its part of what it shares; null where the system does not say (or it has ended). */
function readShare(pid: number): number | null {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? Number.NaN) || null;
  } catch {
    return null;
  }
}
