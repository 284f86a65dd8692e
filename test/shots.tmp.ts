import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
import { findChromium } from "../scripts/browser.mjs";
import { openDatabase } from "#db/database.ts";
import { answers, searches } from "#db/schema/ask.ts";
import { escalations } from "#db/schema/escalation.ts";
const base = "http://localhost:4599";
const db = await openDatabase("file:/tmp/p-data/handrail.db");
const now = Date.now();
if ((await db.$count(answers)) === 0) {
  const rows = []; const cases = [];
  for (let d = 0; d < 60; d++) { const n = d % 7 > 4 ? d % 3 : 4 + ((d * 7) % 11);
    for (let k = 0; k < n; k++) { const at = new Date(now - d * 86400000 - k * 600000); const id = `ans_${d}_${k}`;
      rows.push({ id, threadId: id, question: "q", questionKey: "q", verdict: k % 4 === 0 ? "unanswered" as const : k % 3 ? "answered" as const : "partial" as const, mode: "extractive" as const, sentences: [], sources: [], helped: k % 3 === 0 ? true : k % 7 === 0 ? false : null, wentOn: k % 5 === 1 ? true : null, createdAt: at });
      if (k % 3 === 0) cases.push({ id: `esc_${d}_${k}`, reference: `RF-${d}-${k}`, receiptHash: id, receiptExpiresAt: at, email: "a@example.com", message: "Help", trail: [], state: "new" as const, version: 1, topicId: k % 2 ? "syncing" : k % 4 ? "integrations" : null, createdAt: at, updatedAt: at, firstReplyAt: d > 1 ? new Date(at.getTime() + (k + 1) * 5000000) : null, solvedAt: d > 3 ? new Date(at.getTime() + (k + 1) * 50000000) : null });
    } }
  await db.insert(answers).values(rows); await db.insert(escalations).values(cases);
  const at = new Date(now - 86400000);
  await db.insert(searches).values(["brass bands", "contacts do not appear in pipedrive after import", "fax"].map((text, n) => ({ text, day: at.toISOString().slice(0, 10), results: 0, count: 9 - n * 3, firstAt: at, lastAt: at })));
}
await db.close();
const exe = findChromium();
const browser = await chromium.launch({ ...(exe && { executablePath: exe }), args: ["--no-sandbox"] });
const context = await browser.newContext();
const link = /http:\/\/localhost:4599\/desk\/join\/\?token=(\S+)/.exec(readFileSync("/tmp/p-data/out.txt", "utf8"))?.[1];
const r = await context.request.post(`${base}/api/desk/join`, { data: { token: link, name: "Admin", email: "admin@example.com", password: "correct horse battery" } });
if (!r.ok()) await context.request.post(`${base}/api/auth/sign-in/email`, { data: { email: "admin@example.com", password: "correct horse battery" }, headers: { origin: base } });
for (const [width, scheme] of [[1600, "light"], [1024, "dark"], [390, "light"], [390, "dark"]] as const)
  for (const view of ["reports", "data"]) {
    const page = await context.newPage(); await page.setViewportSize({ width, height: 900 }); await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${base}/desk/?view=${view}`); await page.waitForTimeout(1500);
    if (view === "data") { await page.getByLabel("E-mail address").fill("a@example.com"); await page.getByRole("button", { name: "Look it up" }).click(); await page.waitForTimeout(800); }
    await page.screenshot({ path: `/tmp/p-data/${view}-${width}-${scheme}.png`, fullPage: true }); await page.close();
  }
const page = await context.newPage(); await page.setViewportSize({ width: 1024, height: 900 }); await page.emulateMedia({ forcedColors: "active" }); await page.goto(`${base}/desk/?view=reports&days=90`); await page.waitForTimeout(1500); await page.screenshot({ path: `/tmp/p-data/forced.png`, fullPage: true });
await browser.close();
