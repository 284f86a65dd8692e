import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { chooseGap, type Candidate } from "#server/features/gaps/group/choose-gap.ts";
import { readPhrase, type Named } from "#server/features/gaps/group/read-phrase.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";

const Half = z.array(z.array(z.string()).min(1));
const Labelled = z.object({ choose: Half, held: Half });

export type LabelledPhrase = { text: string; label: number };

/** The labelled phrases of a half, in an order that has nothing to do with their groups. */
export function readLabelled(half: "choose" | "held"): LabelledPhrase[] {
  const file = path.resolve(import.meta.dirname, "../gaps/phrases.yaml");
  const groups = Labelled.parse(parse(readFileSync(file, "utf8")))[half];
  const order = (text: string) => createHash("sha256").update(text).digest("hex");
  const phrases = groups.flatMap((group, label) => group.map((text) => ({ text, label })));
  return phrases.toSorted((a, b) => (order(a.text) < order(b.text) ? -1 : 1));
}

/** Puts phrases into gaps one after the other, as the hub does. */
export function groupPhrases(knowledge: KnowledgeIndex, texts: string[], named: Named[]): string[] {
  const known: Candidate[] = [];
  for (const text of texts) {
    const phrase = readPhrase(knowledge, text, named);
    known.push({ phrase, gapId: chooseGap(phrase, known) ?? `gap ${known.length}` });
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
