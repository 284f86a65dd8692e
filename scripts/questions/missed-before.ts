import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { idOf } from "#content/questions.ts";
import type { Judged } from "./judge-answer.ts";

/** Ids of the questions that a build misses, beside what it knows: what the next one misses too is no news. */
const Missed = z.array(z.string());
const fileOf = (buildDir: string) => path.join(buildDir, "missed.json");

/** Nothing for a build that was not asked. */
export function readMissed(buildDir: string): Set<string> {
  const file = fileOf(buildDir);
  return new Set(existsSync(file) ? Missed.parse(JSON.parse(readFileSync(file, "utf8"))) : []);
}

export function writeMissed(buildDir: string, judged: Judged[]): void {
  const missed = judged.filter(({ outcome }) => outcome !== "right").map(({ question }) => idOf(question));
  writeFileSync(fileOf(buildDir), JSON.stringify(missed));
}
