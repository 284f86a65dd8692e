/** npm run bench:desk: what the desk reads over many cases and votes, on SQLite and PostgreSQL. `-- --cases 5000` for a quicker look. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { openDatabase } from "#db/database.ts";
import { startPostgres } from "#test/support/postgres.ts";
import { openWeakList, seedArticles } from "./desk-articles.ts";
import { DESK_QUERIES } from "./desk-queries.ts";
import { seedDesk } from "./desk-seed.ts";

const GOAL_MS = 100;
const ROUNDS = 40;
const asked = process.argv.indexOf("--cases");
const CASES = asked < 0 ? 50_000 : Number(process.argv[asked + 1]);
const VOTES = CASES * 20;
const WEAK = "weak articles";
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Milliseconds of the middle and of one in twenty. */
async function measure(run: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  for (let round = 0; round < 3; round++) await run();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    await run();
    times.push(performance.now() - startedAt);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

async function measureAll(url: string): Promise<Map<string, { p50: number; p95: number }>> {
  const db = await openDatabase(url);
  await seedDesk(db, CASES);
  if (db.dialect === "postgres") await tidy(url);
  const measured = new Map<string, { p50: number; p95: number }>();
  for (const { name, run } of DESK_QUERIES) measured.set(name, await measure(() => run(db)));
  // they are judged by these cases too
  await seedArticles(db, { votes: VOTES, answers: CASES });
  if (db.dialect === "postgres") await tidy(url);
  measured.set(WEAK, await measure(openWeakList(db)));
  await db.close();
  return measured;
}

/** What PostgreSQL does by itself some minutes after so many rows came. */
async function tidy(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

const folder = mkdtempSync(path.join(tmpdir(), "handrail-desk-"));
const postgres = await startPostgres();
try {
  const onSqlite = await measureAll(`file:${path.join(folder, "bench.db")}`);
  const onPostgres = await measureAll(`${postgres.url}/postgres`);
  say(`${CASES.toLocaleString("en")} cases, ${VOTES.toLocaleString("en")} votes; milliseconds\n`);
  say("| what | SQLite p50 | p95 | PostgreSQL p50 | p95 |");
  say("| --- | --- | --- | --- | --- |");
  for (const name of onSqlite.keys()) {
    const cells = [onSqlite.get(name), onPostgres.get(name)].flatMap((of) => [of?.p50.toFixed(1), of?.p95.toFixed(1)]);
    say(`| ${name} | ${cells.join(" | ")} |`);
  }
  const slow = [...onSqlite, ...onPostgres].filter(([, { p95 }]) => p95 > GOAL_MS);
  if (slow.length > 0) {
    say(`\nOver the goal of ${GOAL_MS} ms for one in twenty: ${slow.map(([name]) => name).join("; ")}`);
    process.exitCode = 1;
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
