import process from "node:process";
import { wordsOf } from "#server/core/errors.ts";

/** What was thrown says what to do; nobody who runs a command needs to see where in the program. */
export function fail(error: unknown, exitCode = 1): void {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = exitCode;
}
