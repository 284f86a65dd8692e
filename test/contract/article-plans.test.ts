import { readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "#db/database.ts";
import { migrationsFolder } from "#db/migrate.ts";
import { articleVersions, voteTallies } from "#db/schema/articles.ts";
import { signals, votes } from "#db/schema/feedback.ts";
import { toPath } from "#db/to-path.ts";
import { countParts } from "#server/features/articles/count-parts.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { explainQuery, listenToQueries } from "#test/support/explain.ts";

const url = await freshDatabaseUrl();
const db = await openDatabase(url);
afterAll(() => db.close());
const present = new Map(sampleKnowledge.articles.map((article) => [article.id, article]));

test("the list of weak articles reads no table whole", async () => {
  const listened = listenToQueries(db);
  await countParts(listened.db, present, new Date("2026-11-01T00:00:00Z"));
  const plans = await Promise.all(listened.asked.map((query) => explainQuery(url, query)));
  const whole = /\bSCAN (?!daily\b|.*USING (?:COVERING )?INDEX)|Seq Scan/;
  expect(plans).toHaveLength(7);
  expect(plans.filter((plan) => whole.test(plan))).toEqual([]);
  const said = plans.join("\n");
  expect(said).toContain("vote_tallies_day");
  expect(said).toContain("signals_day");
  expect(said).toContain("answers_helped");
  expect(said).toMatch(/answers_(verdict_created|article)/);
  expect(said).toMatch(/escalations_(article|created)/);
  expect(said).toMatch(/case_articles_(article|created)/);
});

test("votes and versions from before there were tallies are counted by the migration", async () => {
  const at = new Date("2026-11-23T23:30:00Z");
  const vote = { articleId: "t/one", contentHash: "0123456789abcdef", answered: false, createdAt: at, updatedAt: at };
  await db.insert(votes).values([
    { ...vote, id: "1", visitorId: "a", reason: "missing" },
    { ...vote, id: "2", visitorId: "b", reason: "missing" },
    { ...vote, id: "3", visitorId: "c", contentHash: null },
    { ...vote, id: "4", visitorId: "d", answered: true, updatedAt: new Date("2026-11-24T00:30:00Z") },
  ]);
  const signal = { articleId: "t/one", contentHash: "0123456789abcdef", kind: "view" as const, stepId: "", count: 3 };
  await db.insert(signals).values([
    { ...signal, day: "2026-11-20" },
    { ...signal, day: "2026-11-21" },
  ]);
  await runMigration("0006_vote-tallies.sql");
  const day = { articleId: "t/one", contentHash: vote.contentHash, day: "2026-11-23" };
  const tallies = await db.select().from(voteTallies);
  expect(tallies).toHaveLength(3);
  expect(tallies).toContainEqual({ ...day, answered: false, reason: "missing", count: 2 });
  expect(tallies).toContainEqual({ ...day, contentHash: "", answered: false, reason: "", count: 1 });
  expect(tallies).toContainEqual({ ...day, day: "2026-11-24", answered: true, reason: "", count: 1 });
  expect(await db.select().from(articleVersions)).toEqual([
    { articleId: "t/one", contentHash: vote.contentHash, firstAt: new Date("2026-11-20T00:00:00Z") },
  ]);
});

/** As a start would have run it on a database that had votes already. */
async function runMigration(file: string): Promise<void> {
  const statements = readFileSync(path.join(migrationsFolder(db.dialect), file), "utf8");
  if (db.dialect === "sqlite") {
    const database = new Database(toPath(url));
    database.exec(statements);
    database.close();
    return;
  }
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statements);
  await client.end();
}
