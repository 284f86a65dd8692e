import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit } from "#db/schema/audit.ts";
import type { SavedReply, SavedReplyList } from "#server/features/desk/saved-replies.schema.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openDesk } from "#test/support/staff.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { until } from "#test/support/wait.ts";

const hub = await openTestHub({ knowledge: sampleKnowledge, env: { PUBLIC_URL: "https://help.example.com" } });
const { read, send } = openDesk(hub, await signInAdmin(hub));

async function save(title: string, body: string): Promise<SavedReply> {
  const response = await send("POST", "saved-replies", { title, body });
  expect(response.status).toBe(201);
  return (await response.json()) as SavedReply; // the route's contract
}
const change = (id: string, input: object) => send("PUT", `saved-replies/${id}`, input);
const list = () => read<SavedReplyList>("saved-replies");

test("replies are saved, listed by title, changed and deleted, and the log has it", async () => {
  const { id } = await save("Tenant ID", "Hello {{name}}, about {{reference}}: we look at it. {{agent}}, {{product}}");
  await save("Again", "Press Save again.");
  expect((await list()).replies.map(({ title }) => title)).toEqual(["Again", "Tenant ID"]);
  expect((await list()).product).toBe("Referral Factory");
  const changed = await change(id, { title: "Tenant", body: "Read {{ article }}.", version: 1 });
  expect(await changed.json()).toMatchObject({ title: "Tenant", version: 2, updatedBy: "Admin" });
  expect((await send("DELETE", `saved-replies/${id}?version=1`)).status).toBe(409);
  expect((await send("DELETE", `saved-replies/${id}?version=2`)).status).toBe(204);
  expect((await send("DELETE", `saved-replies/${id}?version=2`)).status).toBe(404);
  const deeds = await hub.db.select().from(audit).where(eq(audit.objectId, id));
  expect(deeds.map(({ action }) => action)).toEqual([
    "saved_reply.created",
    "saved_reply.changed",
    "saved_reply.deleted",
  ]);
});

test("a reply full of figures is saved soon, with as many doubts as somebody reads", async () => {
  const began = performance.now();
  const { id, version, doubts } = await save("Figures", "77 % ".repeat(990));
  expect(doubts.length).toBeGreaterThan(0);
  expect(performance.now() - began).toBeLessThan(5000);
  expect((await send("DELETE", `saved-replies/${id}?version=${version}`)).status).toBe(204);
});

test("a variable that stands for nothing is refused, with those there are", async () => {
  const refused = await send("POST", "saved-replies", { title: "Wrong", body: "Hello {{firstname}}" });
  expect(refused.status).toBe(400);
  const { errors } = (await refused.json()) as { errors: { field: string; reason: string }[] };
  expect(errors).toEqual([
    {
      field: "body",
      reason:
        "{{firstname}} stands for nothing. There are {{name}}, {{reference}}, {{article}}, {{product}}, {{agent}}.",
    },
  ]);
  expect((await list()).replies.some(({ title }) => title === "Wrong")).toBe(false);
});

test("of twenty changes of the same version one is kept; the others are shown what it says", async () => {
  const { id } = await save("Race", "First.");
  const tries = Array.from({ length: 20 }, (_, n) => change(id, { title: "Race", body: `Number ${n}.`, version: 1 }));
  const ends = await Promise.all(tries);
  const statuses = ends.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(19);
  const { theirs } = (await ends[statuses.indexOf(409)]!.json()) as { theirs: SavedReply };
  expect(theirs).toMatchObject({ id, version: 2, body: (await list()).replies.find((r) => r.id === id)?.body });
});

test("two replies have two titles", async () => {
  const { id } = await save("Mine", "Press Save.");
  await save("Theirs", "Press Save.");
  expect((await send("POST", "saved-replies", { title: "Mine", body: "Again." })).status).toBe(409);
  expect((await change(id, { title: "Theirs", body: "Again.", version: 1 })).status).toBe(409);
});

test("what no article says is told: figures with their units, dates and addresses", async () => {
  const told = async (title: string, body: string) =>
    (await save(title, body)).doubts.map(({ kind, what }) => `${kind} ${what}`);
  expect(await told("True", "The Tenant ID is approved within 1–2 business days. Then enter three values.")).toEqual(
    [],
  );
  expect(await told("Wrong", "The Tenant ID is approved in 3 business days. Write to us before Friday.")).toEqual([
    "number 3 business days",
    "date Friday",
  ]);
  const here = "https://help.example.com/articles/integrations/connect-your-crm/";
  expect(await told("Ours", `Read ${here} and ${here}#sign-in, or write to support@example.com.`)).toEqual([]);
  expect(await told("No address", `Read ${here}#sign%.`)).toEqual([`address ${here}#sign%`]);
  expect(await told("Not ours", `Read ${here}#gone or https://evil.example/pay.`)).toEqual([
    `address ${here}#gone`,
    "address https://evil.example/pay",
  ]);
});

test("a new build is looked at when the replies are next read", async () => {
  await save("Refund", "A refund takes 45 days.");
  const doubts = async () => (await list()).replies.find(({ title }) => title === "Refund")?.doubts;
  expect(await doubts()).toEqual([{ kind: "number", what: "45 days" }]);
  const refunds = sampleArticle("qualifying/refunds", "Refunds", { "": prose("A refund takes 45 days.") });
  const knowledge = { ...sampleKnowledge, articles: [...sampleKnowledge.articles, refunds] };
  await writeBuild(hub.deps.config.buildsDir, "second", {}, { knowledge });
  await until(async () => (await doubts())?.length === 0);
});
