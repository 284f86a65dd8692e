import type { TrailEntry } from "./trail.ts";
import { trailWords as t } from "./trail.words.ts";

export type TrailLine = { at: string; text: string; state: "done" | "failed" | null };

/** The trail as a person would tell it, oldest first: sections left out, steps of one article joined. */
export function tellTrail(entries: TrailEntry[]): TrailLine[] {
  const lines: (TrailLine & { steps?: string[]; of?: string })[] = [];
  for (const { kind, ref, at, title, state = null } of entries) {
    if (kind === "section") continue;
    const number = kind === "step" && state === "done" ? /\d+/.exec(title)?.[0] : undefined;
    const [of] = ref.split("#");
    const last = lines.at(-1);
    if (number && last?.steps && last.of === of) {
      if (!last.steps.includes(number)) last.steps.push(number);
      lines.splice(-1, 1, { ...last, at, text: t.stepsWorked(listNumbers(last.steps)) });
    } else {
      lines.push({ at, text: title, state, ...(number && { steps: [number], of }) });
    }
  }
  return lines.map(({ at, text, state }) => ({ at, text, state }));
}

/** `1`, `1 and 2`, `1, 2 and 4`. */
function listNumbers(numbers: string[]): string {
  return numbers.length < 2 ? (numbers[0] ?? "") : t.and(numbers.slice(0, -1).join(", "), numbers.at(-1) ?? "");
}
