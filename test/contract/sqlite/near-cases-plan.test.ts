import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { Execute } from "#db/driver.ts";
import { createQueries } from "#db/queries.ts";
import { listEarlier, listSimilar } from "#server/features/desk/near-cases.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db, url } = await freshDatabase();

test("what stands beside a case is found by indexes, in their order: nothing is sorted, and no table is read through", async () => {
  const asked: [string, unknown[]][] = [];
  const note: Execute = async (...[sql, params]) => {
    asked.push([sql, params]);
    return { rows: [], changes: 0 };
  };
  const noting = { ...db, ...createQueries("sqlite", note) };
  const own = { id: "esc_1", email: "a@example.com", subject: null, message: "Why?", createdAt: new Date() };
  await listEarlier(noting, { ...own, articleId: null, topicId: null });
  await listSimilar(noting, { ...own, articleId: "t/one", topicId: "t" });

  const file = new Database(url.replace("file:", ""), { readonly: true });
  const plans = asked.map(
    ([sql, params]) => file.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[],
  );
  file.close();
  expect(plans.map((steps) => steps.map(({ detail }) => detail).join("; "))).toEqual([
    "SEARCH escalations USING INDEX escalations_email (<expr>=?)",
    "SEARCH escalations USING INDEX escalations_article (article_id=?)",
    "SEARCH escalations USING INDEX escalations_topic (topic_id=?)",
    "SCAN escalations USING INDEX escalations_created",
  ]);
});
