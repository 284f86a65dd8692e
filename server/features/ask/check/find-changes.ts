import type { Alignment } from "./align.ts";
import type { Claim } from "./claim.ts";
import type { Token } from "./read-tokens.ts";

/** What the claim has at `from` to `to` where the source's sentence, the same around it, has something else. */
export type Change = { here: Token[]; from: number; to: number; there: Token[] };

/** Tokens that may have changed at one place; more is another way to say it. */
const CHANGED_AT_MOST = 4;
/** Tokens beside a change within which telling words must be the same, and how many, unless most of the sentence is. */
const BESIDE = 5;
const SAME = 2;
const MOSTLY = 0.5;

/** Places where both sides of a change are the same in claim and source. */
export function findChanges({ tokens, telling }: Claim, { sentence, of, same }: Alignment): Change[] {
  const isMostlySame = same >= SAME && same > telling * MOSTLY;
  const changes: Change[] = [];
  let last = -1;
  let lastThere = -1;
  for (let at = 0; at <= tokens.length; at++) {
    const there = at < tokens.length ? (of[at] ?? -1) : sentence.length;
    if (there < 0) continue;
    const here = tokens.slice(last + 1, at);
    const other = sentence.slice(lastThere + 1, there);
    const small = here.length + other.length > 0 && here.length <= CHANGED_AT_MOST && other.length <= CHANGED_AT_MOST;
    const isSame = isMostlySame || sameAround(tokens, of, last, at);
    if (small && isSame && sameThere(sentence, of, lastThere, there))
      changes.push({ here, from: last + 1, to: at, there: other });
    last = at;
    lastThere = there;
  }
  return changes;
}

function sameAround(tokens: Token[], of: number[], before: number, after: number): boolean {
  const isSame = (at: number) => (of[at] ?? -1) >= 0 && tokens[at]?.light === false;
  const around = Array.from({ length: BESIDE }, (_, step) => [before - step, after + step]).flat();
  return around.filter(isSame).length >= SAME;
}

/** The source's sentence has a telling word of the claim near by: elsewhere in a long sentence it speaks of something else. */
function sameThere(sentence: Token[], of: number[], before: number, after: number): boolean {
  const near = Array.from({ length: BESIDE }, (_, step) => [before - step, after + step]).flat();
  return near.some((there) => sentence[there]?.light === false && of.includes(there));
}

/** Names where one side is the same without a gap: the claim ends or goes on in its own way behind them. */
export function findNameChanges({ tokens }: Claim, { sentence, of }: Alignment): Change[] {
  const taken = new Set(of);
  const isName = (at: number, clause: number | undefined) =>
    tokens[at]?.capital === true && (of[at] ?? -1) < 0 && tokens[at]?.clause === clause;
  const free = (from: number, to: number) => sentence.filter((_, at) => at >= from && at < to && !taken.has(at));
  const changes: Change[] = [];
  for (const [at, there] of of.entries()) {
    if (there < 0) continue;
    let [from, to] = [at, at + 1];
    const clause = tokens[at]?.clause;
    while (isName(from - 1, clause)) from--;
    while (isName(to, clause)) to++;
    if (from < at && isSameFrom(tokens, of, at, 1))
      changes.push({ here: tokens.slice(from, at), from, to: at, there: free(there - (at - from), there) });
    if (to > at + 1 && isSameFrom(tokens, of, at, -1))
      changes.push({ here: tokens.slice(at + 1, to), from: at + 1, to, there: free(there + 1, there + to - at) });
  }
  return changes;
}

/** From here on in one direction, claim and source have the same telling words one behind the other. */
function isSameFrom(tokens: Token[], of: number[], at: number, step: 1 | -1): boolean {
  let telling = 0;
  for (let next = at; of[next] === (of[at] ?? -1) + next - at && telling < SAME; next += step) {
    if (tokens[next]?.light === false) telling++;
  }
  return telling >= SAME;
}
