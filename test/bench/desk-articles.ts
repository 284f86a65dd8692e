/** The list of weak articles over a million votes: what to fill a database with, and what to measure. */
import type { Db, Tx } from "#db/database.ts";
import { articleVersions, voteTallies } from "#db/schema/articles.ts";
import { answers } from "#db/schema/ask.ts";
import { signals, votes } from "#db/schema/feedback.ts";
import { listArticles } from "#server/features/articles/list-articles.ts";
import { NO_REASONS, YES_REASONS } from "#server/features/feedback/feedback.values.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { NO_KNOWLEDGE } from "#test/fakes/built-hub.ts";
import { prose, sampleArticle } from "#test/fakes/knowledge.ts";
import { DAY_MS } from "#server/core/durations.values.ts";

const ARTICLES = 200;
const DAYS = 84;
const STEPS = 5;
/** Rows in a statement, and statements in a transaction. */
const [ROWS, STATEMENTS] = [500, 40];

type ArticlesSize = { votes: number; answers: number };
type Roll = (sides: number) => number;

/** Fills what articles are judged by: 200 of them over twelve weeks, each with a new version after six. */
export async function seedArticles(db: Db, size: ArticlesSize, now = new Date()): Promise<void> {
  const roll = createDice();
  const tallies = new Map<string, typeof voteTallies.$inferInsert>();
  await insertAll(db, votes, castVotes(size.votes, roll, now, tallies));
  await insertAll(db, voteTallies, tallies.values());
  await insertAll(db, signals, countSignals(roll, now));
  await insertAll(db, answers, giveAnswers(size.answers, roll, now));
  const versions = Array.from({ length: ARTICLES }, (_, n) => [
    { articleId: idOf(n), contentHash: hashOf(n, DAYS), firstAt: dayAt(now, DAYS) },
    { articleId: idOf(n), contentHash: hashOf(n, 0), firstAt: dayAt(now, DAYS / 2) },
  ]);
  await insertAll(db, articleVersions, versions.flat());
}

/** What the desk asks for when somebody opens "Articles". */
export function openWeakList(db: Db, now = new Date()): () => Promise<unknown> {
  const articles = Array.from({ length: ARTICLES }, (_, n) =>
    sampleArticle(idOf(n), `Article ${n}`, { "": prose("It says something.") }, { contentHash: hashOf(n, 0) }),
  );
  const knowledge = createKnowledge({ ...NO_KNOWLEDGE, articles });
  const deps = { db, clock: { now: () => now }, hub: { staleAfterDays: 180 }, knowledge: { current: () => knowledge } };
  return () => listArticles(deps, "nobody", { show: "worst" });
}

/** The same numbers every time. */
function createDice(seed = 5): Roll {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const idOf = (article: number): string => `topic/article-${article}`;
const hashOf = (article: number, age: number): string =>
  `${article.toString(16)}${age < DAYS / 2 ? "b" : "a"}`.padStart(16, "0");
const dayAt = (now: Date, age: number): Date => new Date(now.getTime() - age * DAY_MS);

/** As readers are: the first article has a hundred times as many as the last. */
const pickArticle = (roll: Roll): number => Math.floor(ARTICLES ** (roll(1_000_000) / 1_000_000)) - 1;

function* castVotes(many: number, roll: Roll, now: Date, tallies: Map<string, typeof voteTallies.$inferInsert>) {
  for (let n = 0; n < many; n++) {
    const [article, age, answered] = [pickArticle(roll), roll(DAYS), roll(10) < 7];
    const reasons = answered ? YES_REASONS : NO_REASONS;
    const reason = roll(2) === 0 ? null : (reasons[roll(reasons.length)] ?? null);
    const at = dayAt(now, age);
    const of = { articleId: idOf(article), contentHash: hashOf(article, age), answered };
    const key = { ...of, day: at.toISOString().slice(0, 10), reason: reason ?? "" };
    const name = Object.values(key).join(" ");
    tallies.set(name, { ...key, count: (tallies.get(name)?.count ?? 0) + 1 });
    const comment = n % 50 === 0 ? "The third step is not as the page says." : null;
    const email = n % 200 === 0 ? `reader-${n}@example.com` : null;
    yield { ...of, id: `vote_${n}`, visitorId: `v${n}`, reason, comment, email, createdAt: at, updatedAt: at };
  }
}

/** Half of the articles have steps. */
function* countSignals(roll: Roll, now: Date) {
  for (let cell = 0; cell < ARTICLES * DAYS; cell++) {
    const [article, age] = [Math.floor(cell / DAYS), cell % DAYS];
    const day = dayAt(now, age).toISOString().slice(0, 10);
    const of = { articleId: idOf(article), day, contentHash: hashOf(article, age) };
    yield { ...of, kind: "view" as const, stepId: "", count: 20 + roll(500) };
    for (let step = 0; step < (article % 2) * STEPS; step++) {
      yield { ...of, kind: "step_done" as const, stepId: `step-${step}`, count: 5 + roll(50) };
      yield { ...of, kind: "step_failed" as const, stepId: `step-${step}`, count: 1 + roll(5) };
    }
  }
}

function* giveAnswers(many: number, roll: Roll, now: Date) {
  for (let n = 0; n < many; n++) {
    const articleId = idOf(roll(ARTICLES));
    const verdict = roll(5) === 0 ? ("unanswered" as const) : ("answered" as const);
    const source = { n: 1, articleId, section: "", title: "An article", url: `/articles/${articleId}/` };
    yield {
      id: `answer_${n}`,
      threadId: `thread_${n}`,
      question: `Why does part ${n} fail?`,
      questionKey: `why does part ${n} fail?`,
      articleId: roll(2) === 0 ? idOf(roll(ARTICLES)) : null,
      verdict,
      mode: "extractive" as const,
      sentences: [{ text: "It does not say why.", citations: [1] }],
      sources: verdict === "answered" ? [source] : [],
      helped: roll(20) === 0 ? false : null,
      createdAt: dayAt(now, roll(DAYS)),
    };
  }
}

type Filled = typeof votes | typeof voteTallies | typeof signals | typeof answers | typeof articleVersions;

async function insertAll<T extends Filled>(db: Db, table: T, rows: Iterable<T["$inferInsert"]>): Promise<void> {
  const left = Iterator.from(rows);
  for (let more = true; more;) {
    await db.transaction(async (tx: Tx) => {
      for (let statement = 0; more && statement < STATEMENTS; statement++) {
        const batch = takeRows(left);
        more = batch.length === ROWS;
        if (batch.length > 0) await tx.insert(table).values(batch);
      }
    });
  }
}

/** The next ones; `take` would end what it takes from. */
function takeRows<Row>(left: Iterator<Row>): Row[] {
  const batch: Row[] = [];
  for (let next = left.next(); !next.done; next = left.next()) if (batch.push(next.value) === ROWS) break;
  return batch;
}
