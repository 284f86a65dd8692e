import process from "node:process";
import type { Report } from "./report.ts";
import { wordsOf } from "#server/core/errors.ts";

const EVERY = 25;

/** Says on the terminal how far a long job is. */
export class Progress {
  readonly #quiet: boolean;

  constructor(quiet: boolean) {
    this.#quiet = quiet;
  }

  /** Does `work` for every name. One that fails is told and left out: it takes nothing else with it. */
  each<T>(verb: string, names: string[], work: (name: string) => T[], report: Report): T[] {
    const done = names.flatMap((name, index) => {
      this.count(verb, index, names.length);
      try {
        return work(name);
      } catch (error) {
        report.about(name)(
          1,
          reasonOf(error),
          "Not imported: it could not be read. Look at the file, or write it anew.",
        );
        return [];
      }
    });
    this.#say(`${verb} ${names.length} of ${names.length}`);
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
