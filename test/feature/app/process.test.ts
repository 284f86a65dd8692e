import path from "node:path";
import { expect, test } from "vitest";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel } from "#test/fakes/model.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { freePort } from "#test/support/ports.ts";
import { runNode } from "#test/support/process.ts";
import { withJson } from "#test/support/request.ts";
import { until } from "#test/support/wait.ts";

const folder = freshFolder("process");
const port = await freePort();
const url = `http://localhost:${port}`;
const env = {
  PORT: String(port),
  DATA_DIR: path.join(folder, "data"),
  BUILDS_DIR: path.join(folder, "builds"),
  DATABASE_URL: await freshDatabaseUrl(),
};
await writeBuild(env.BUILDS_DIR, "first", { "index.html": "home" }, { knowledge: sampleKnowledge });

/** Loaded before the server: a stray promise and a wild error, when it is told to. */
const CRASH = `data:text/javascript,process.on("SIGUSR2", () => {
  Promise.reject(new Error("stray"));
  setTimeout(() => { throw new Error("wild"); });
})`;

test("a server says what is on and off, makes the first account, outlives a crash, and stops in order", async () => {
  const server = runNode("server/main.ts", env, ["--import", CRASH]);
  const report = await server.says("/desk/join/?token=");
  expect(report).toContain(`is at ${url}`);
  expect(report).toMatch(/mail +off: .*SMTP_URL/);
  expect(report).toMatch(/answers +the articles' own sentences .*OPENAI_MODEL/);

  const another = runNode("scripts/desk-link.ts", env);
  expect(await another.ended).toBe(0);
  const token = new URL(another.output().trim()).searchParams.get("token");
  const joined = await fetch(
    `${url}/api/desk/join`,
    withJson("POST", { token, name: "Sam", email: "sam@example.com", password: "a long password" }),
  );
  expect(joined.status).toBe(201);

  server.child.kill("SIGUSR2");
  await server.says("wild");
  expect(server.output()).toContain("stray");
  expect(await (await fetch(url)).text()).toBe("home");

  const began = performance.now();
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  expect(performance.now() - began).toBeLessThan(5000);
}, 30_000);

test("a server prints no link when somebody has an account, whose password another link sets", async () => {
  const server = runNode("server/main.ts", env);
  await server.says("database ");
  const reset = runNode("scripts/desk-link.ts", env, [], ["--reset", "sam@example.com"]);
  const unknown = runNode("scripts/desk-link.ts", env, [], ["--reset", "nobody@example.com"]);
  expect(await reset.ended).toBe(0);
  expect(await (await fetch(reset.output().trim())).text()).toContain("sam@example.com");
  expect(await unknown.ended).toBe(1);
  expect(unknown.output()).toContain("No desk account has the address nobody@example.com.");
  server.child.kill("SIGINT");
  expect(await server.ended).toBe(0);
  expect(server.output()).not.toContain("token=");
}, 30_000);

test(
  "a server that is told to stop ends the answer that is being written, and says so",
  { timeout: 20_000 },
  async () => {
    const model = await startModel();
    model.play({ stallAfter: "Open the CRM tab" });
    const server = runNode("server/main.ts", { ...env, OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "slow" });
    await server.says("database ");
    const response = await fetch(
      `${url}/api/ask`,
      withJson("POST", { question: "How do I connect my CRM?" }, { accept: "text/event-stream" }),
    );
    const text = response.text();
    await until(() => model.open() === 1);
    const began = performance.now();
    server.child.kill("SIGTERM");
    expect(await text).toMatch(/event: (?:error|done)/);
    expect(await server.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(5000);
    await until(() => model.open() === 0);
  },
);
