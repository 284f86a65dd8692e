import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { expect, test } from "vitest";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";

const CONNECT = "integrations/connect-your-crm";
const CODE = "kelp.plant({\n  metres: 12,\n});";
const kelp = sampleArticle("start/plant-kelp", "Plant kelp", {
  "": [
    ...prose("To plant kelp in a bay, run this:"),
    { type: "prose", text: "kelp.plant({ metres: 12, });", code: CODE },
  ],
});
const { app, deps } = await openTestHub({
  knowledge: { ...sampleKnowledge, articles: [...sampleKnowledge.articles, kelp] },
  files: { [`articles/${CONNECT}/page.md`]: "# Connect your CRM\n\n### Step 1: Open the CRM tab\n" },
});
const { publicUrl } = deps.config;

/** The official client, which speaks to the app without a network in between. */
async function openAssistant() {
  const client = new Client({ name: "assistant", version: "1" });
  const transport = new StreamableHTTPClientTransport(new URL(`${publicUrl}/mcp`), {
    fetch: async (url, init) => {
      const request = new Request(url, init);
      request.headers.set("host", new URL(publicUrl).host);
      return app.fetch(request);
    },
  });
  await client.connect(transport);
  return client;
}
const client = await openAssistant();
const call = async (name: string, input: Record<string, unknown> = {}) => {
  const { content, isError } = await client.callTool({ name, arguments: input });
  const [first] = content as { text: string }[];
  return { text: first?.text ?? "", isError: isError ?? false };
};

test("an assistant learns what it may do here, and that all of it only reads", async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(["search_help", "read_article", "ask_help", "integration_status"]);
  for (const { annotations, description } of tools) {
    expect(annotations?.readOnlyHint).toBe(true);
    expect(description).toMatch(/\.$/);
  }
  expect(client.getInstructions()).toContain("ask_help");
});

test("it searches, and gets whole addresses and ids", async () => {
  const { text } = await call("search_help", { query: "conect crm" });
  expect(text).toContain(`(id: ${CONNECT})`);
  expect(text).toContain(`${publicUrl}/articles/${CONNECT}/`);
  expect(text).not.toMatch(/[\u0002\u0003]/);
  expect((await call("search_help", { query: "zzzzqqqq" })).text).toBe("No article matches “zzzzqqqq”.");
});

test("it reads an article as Markdown; one that is not there is said, not broken", async () => {
  expect((await call("read_article", { article: CONNECT })).text).toContain("### Step 1: Open the CRM tab");
  expect(await call("read_article", { article: "integrations/none" })).toEqual({
    text: 'There is no article "integrations/none". search_help finds the ids.',
    isError: true,
  });
  expect((await call("read_article", { article: "../../etc/passwd" })).isError).toBe(true);
});

test("it asks: answered sentences name their sections, what nobody wrote is said so", async () => {
  const { text } = await call("ask_help", { question: "How do I connect my CRM?" });
  expect(text).toMatch(/^Answered/);
  expect(text).toMatch(new RegExp(`\\[1\\] .*: ${publicUrl}/articles/`));
  const nothing = await call("ask_help", { question: "Which brass bands do you sponsor?" });
  expect(nothing.text).toMatch(/^The articles do not answer this\./);
  expect(nothing.text).toContain(`${publicUrl}/contact/`);
});

test("code in an answer is fenced, line by line", async () => {
  const { text } = await call("ask_help", { question: "How do I plant kelp in a bay?" });
  expect(text).toContain(`To plant kelp in a bay, run this: [1]\n\`\`\`\n${CODE}\n\`\`\``);
});

test("it sees what can be connected", async () => {
  expect((await call("integration_status")).text).toMatch(/HubSpot: .*\n[^]*Zoho: coming soon/);
});

const post = (headers: Record<string, string>, body = "{}") =>
  app.request("/mcp", { method: "POST", headers: { "content-type": "application/json", ...headers }, body });

test("a page of another site, and one that came under another name, are refused", async () => {
  const foreign = await post({ host: new URL(publicUrl).host, origin: "https://evil.example.com" });
  expect(foreign.status).toBe(403);
  const rebound = await post({ host: "evil.example.com", origin: "http://evil.example.com" });
  expect([rebound.status, rebound.headers.get("content-type")]).toEqual([403, "application/problem+json"]);
  expect((await post({ host: "localhost:4321" }, "x".repeat(70_000))).status).toBe(413);
});

test("questions count as a reader's do", async () => {
  let refused = "";
  for (let asked = 0; asked < 40 && !refused; asked++) {
    const { text, isError } = await call("ask_help", { question: `Question number ${asked}?` });
    if (isError) refused = text;
  }
  expect(refused).toMatch(/Try again in \d+ seconds\.$/);
});
