import { spawn } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseList } from "#server/features/desk/desk.schema.ts";
import { STAFF } from "#test/demo/seed.ts";
import { openVisitor } from "#test/demo/visitor.ts";
import { freePort } from "#test/support/ports.ts";
import { withJson } from "#test/support/request.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");

let demo: { url: string; product: string; says: string; stop: () => Promise<number | null> };

/** Starts the demo as `npm run demo` does, and waits for its last line. */
beforeAll(async () => {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(ROOT, "scripts", "demo.mjs")], {
    env: { PATH: process.env["PATH"], PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  let says = "";
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        says += text;
        if (says.includes("Ctrl+C stops it.")) resolve();
      });
    }
  });
  await Promise.race([ready, ended.then(() => Promise.reject(new Error(`It ended before it served:\n${says}`)))]);
  const stop = () => {
    child.kill("SIGINT");
    return ended;
  };
  demo = { url: `http://localhost:${port}`, product: `http://localhost:${port + 1}`, says, stop };
}, 180_000);
afterAll(() => demo?.stop());

test("it says where everything is", () => {
  expect(demo.says).toContain(`${demo.url}/desk/`);
  expect(demo.says).toContain(`${demo.product}/help`);
});

test.each(["/", "/articles/integrations/connect-your-crm/", "/desk/", "/search?q=sync"])(
  "%s says that it is a demo",
  async (page) => {
    const response = await fetch(`${demo.url}${page}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<aside class="banner">Demo:');
  },
);

test("the product hands a customer over with a token of its own, and shows what was mailed", async () => {
  const handed = await fetch(`${demo.product}/help`, { redirect: "manual" });
  expect(handed.headers.get("location")).toMatch(new RegExp(`^${demo.url}/setup/#token=[\\w-]+\\.[\\w-]+\\.[\\w-]+$`));
  await expect.poll(async () => (await fetch(`${demo.product}/mail`)).text()).toContain("grace@example.com");
});

test("the product has the hub's widget, and a token for it", async () => {
  expect(await (await fetch(demo.product)).text()).toContain(`<script src="${demo.url}/widget.js" data-hub defer>`);
  const { headers } = await fetch(`${demo.url}/widget/`);
  expect(headers.get("content-security-policy")).toContain(`frame-ancestors ${demo.product}`);
  const token = await (await fetch(`${demo.product}/token`)).text();
  const entered = await fetch(`${demo.url}/api/session/bearer`, withJson("POST", { token }));
  expect(await entered.json()).toMatchObject({ customer: { workspace: { name: "Acme" } } });
});

test("the desk has a case that goes on in another, and one that is junk", async () => {
  const staff = openVisitor(demo.url);
  await staff.post("/api/auth/sign-in/email", { email: STAFF.email, password: STAFF.password });
  const { cases, counts } = await staff.get<CaseList>("/api/desk/cases?state=solved");
  expect(cases.map(({ email, mergedInto }) => [email, mergedInto !== null])).toContainEqual([
    "grace@example.com",
    true,
  ]);
  expect(counts.junk).toBe(1);
});

test("it stops when it is told to, and leaves nothing on its port", async () => {
  expect(await demo.stop()).toBe(0);
  await expect(fetch(demo.url)).rejects.toThrow();
});
