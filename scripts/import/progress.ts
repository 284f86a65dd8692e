import process from "node:process";
import type { Report } from "./report.ts";
import { wordsOf } from "#server/core/errors.ts";

const EVERY = 25;

/** Says on the terminal how far a long job is. */
export class Progress {
  readonly #report: Report;
  readonly #quiet: boolean;

  constructor(report: Report, quiet: boolean) {
    this.#report = report;
    this.#quiet = quiet;
  }

  /** Does `work` for all. What fails is told of the file that `fileOf` names, and left out: it takes nothing else with it. */
  each<From, To>(verb: string, all: From[], fileOf: (one: From) => string, work: (one: From) => To[]): To[] {
    const done = all.flatMap((one, index) => {
      this.count(verb, index, all.length);
      try {
        return work(one);
      } catch (error) {
        const todo = "Not imported: it could not be read. Look at the file, or write it anew.";
        this.#report.about(fileOf(one))(1, reasonOf(error), todo);
        return [];
      }
    });
    this.#say(`${verb} ${all.length} of ${all.length}`);
    return done;
  }

  /** Says every so often how far it is. */
  count(verb: string, done: number, all: number): void {
    if (done > 0 && done % EVERY === 0) this.#say(`${verb} ${done} of ${all} …`);
  }

  #say(words: string): void {
    if (!this.#quiet) process.stderr.write(`${words}\n`);
  }
}

/** Deeply nested blocks and tags end in a RangeError, whose own words help nobody. */
function reasonOf(error: unknown): string {
  return error instanceof RangeError ? "nested too deeply" : wordsOf(error);
}
