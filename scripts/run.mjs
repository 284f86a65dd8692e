// Runs commands, passes signals on to them, and says in a line how each went. Runs on any Node ≥ 18.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** Ctrl-C comes twice under npm, from the terminal and from npm: within this time the second is not passed on. */
const SAME_WISH_MS = 500;

/**
 * Starts a command whose end is the caller's: what this process is told by a signal, the command is told too.
 * Returns the child, and `ended`: resolves to {code, interrupted}; never rejects.
 */
export function startCommand(command, args, options) {
  const child = spawn(command, args, { cwd: ROOT, ...options });
  let passedAt = 0;
  const pass = (signal) => {
    if (Date.now() - passedAt > SAME_WISH_MS) child.kill(signal);
    passedAt = Date.now();
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  const ended = new Promise((resolve) => {
    const finish = (code) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      resolve({ code, interrupted: passedAt > 0 });
    };
    child.once("error", (error) => {
      console.error(`${command}: ${error.message}`);
      finish(1);
    });
    child.once("close", (code, signal) => finish(code ?? 128 + constants.signals[signal]));
  });
  return { child, ended };
}

/**
 * Runs a command quietly. Resolves to {code, interrupted, output, seconds}; `output` is both streams. Never rejects.
 * `onMessage`: for what it says meanwhile by `process.send`.
 */
export async function runQuietly(command, args, { onMessage, ...options } = {}) {
  const startedAt = Date.now();
  const stdio = ["ignore", "pipe", "pipe", ...(onMessage ? ["ipc"] : [])];
  const { child, ended } = startCommand(command, args, { ...options, stdio });
  if (onMessage) child.on("message", onMessage);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const result = await ended;
  return { ...result, output, seconds: (Date.now() - startedAt) / 1000 };
}

/** Says what is being done, does it, and adds how long it took, or all of its output when it failed. */
export async function runPhase(title, work) {
  process.stdout.write(`${title} … `);
  const result = await work();
  const outcome = result.interrupted ? "stopped after " : result.code === 0 ? "" : "failed after ";
  process.stdout.write(`${outcome}${result.seconds.toFixed(1)} s\n`);
  if (result.code !== 0 && !result.interrupted) process.stderr.write(`\n${result.output.trim()}\n\n`);
  return result;
}
