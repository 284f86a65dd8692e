import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { atEnd } from "./at-end.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

export type Run = {
  child: ChildProcess;
  /** Everything it has written so far. */
  output: () => string;
  /** Resolves when the output has these words; rejects when it ends without them. */
  says: (words: string) => Promise<string>;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
};

/** Runs a TypeScript file of the project with these settings and no others; ended with the test or file at the latest. */
export function runNode(file: string, env: Record<string, string>, nodeArgs: string[] = [], args: string[] = []): Run {
  const child = spawn(process.execPath, [...nodeArgs, path.join(ROOT, file), ...args], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout?.on("data", (chunk) => (text += chunk));
  child.stderr?.on("data", (chunk) => (text += chunk));
  const ended = once(child, "close").then(([code]) => code as number | null);
  atEnd(() => void child.kill("SIGKILL"));

  const says = async (words: string): Promise<string> => {
    let alive = true;
    void ended.then(() => (alive = false));
    while (!text.includes(words)) {
      if (!alive) throw new Error(`It ended without saying "${words}":\n${text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return text;
  };
  return { child, output: () => text, says, ended };
}
