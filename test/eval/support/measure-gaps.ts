import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { chooseGap, type Candidate } from "#server/features/gaps/group/choose-gap.ts";
import { EXAMPLES } from "#server/features/gaps/meaning/examples.ts";
import { NO_NEAREST } from "#server/features/gaps/meaning/nearest.ts";
import { readPhrase, type Named } from "#server/features/gaps/group/read-phrase.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";

const Half = z.array(z.array(z.string()).min(1));
const Labelled = z.object({ held: Half });

export type LabelledPhrase = { text: string; label: number };

/** The labelled phrases of a half, in an order that has nothing to do with their groups. */
export function readLabelled(half: "choose" | "held"): LabelledPhrase[] {
  const file = path.resolve(import.meta.dirname, "../gaps/phrases.yaml");
  const groups = half === "choose" ? EXAMPLES : Labelled.parse(parse(readFileSync(file, "utf8"))).held;
  const order = (text: string) => createHash("sha256").update(text).digest("hex");
  const phrases = groups.flatMap((group, label) => group.map((text) => ({ text, label })));
  return phrases.toSorted((a, b) => (order(a.text) < order(b.text) ? -1 : 1));
}

/** Puts phrases into gaps one after the other, as the hub does; `nearest` by meaning what words leave apart. */
export function groupPhrases(
  knowledge: Pick<KnowledgeIndex, "read">,
  texts: string[],
  named: Named[],
  nearest = NO_NEAREST,
): string[] {
  const known: Candidate[] = [];
  for (const text of texts) {
    const phrase = readPhrase(knowledge, text, named);
    const found = chooseGap(phrase, known) ?? nearest.find(text, phrase);
    const gapId = found ?? `gap ${known.length}`;
    if (found === null) nearest.add(gapId, text, phrase);
    known.push({ phrase, gapId });
  }
  return known.map(({ gapId }) => gapId);
}

/** Of the pairs that were put together the share that belongs together, and of those that belong the share that was put. */
export function measurePairs(phrases: LabelledPhrase[], gaps: string[]) {
  let [put, belong, right] = [0, 0, 0];
  const wrong: string[] = [];
  const missed: string[] = [];
  phrases.forEach((a, i) =>
    phrases.slice(i + 1).forEach((b, j) => {
      const together = gaps[i] === gaps[i + 1 + j];
      const same = a.label === b.label;
      put += Number(together);
      belong += Number(same);
      right += Number(together && same);
      if (together && !same) wrong.push(`${a.text} | ${b.text}`);
      if (same && !together) missed.push(`${a.text} | ${b.text}`);
    }),
  );
  return { precision: put > 0 ? right / put : 1, recall: right / belong, wrong, missed };
}
