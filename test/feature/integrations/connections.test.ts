import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { connectionEvents, connections } from "#db/schema/connections.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { ConnectionView, IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { VendorFault } from "#server/features/integrations/vendor-fault.ts";
import { openConnectionsHub, wholeSettings } from "#test/support/connections.ts";

const hub = await openConnectionsHub();
const { db, hubspot, send, begin, connect } = hub;
const before = { ...hubspot.answers };

afterEach(async () => {
  await db.delete(connections);
  await db.delete(outbox);
  hubspot.calls.length = 0;
  Object.assign(hubspot.answers, before);
});

const view = async (response: Response | Promise<Response>) => (await (await response).json()) as ConnectionView;
const problem = async (response: Response) => (await response.json()) as Record<string, unknown>;
const draft = (id: string, version: number, settings: unknown = wholeSettings) =>
  send("PUT", `/api/connections/${id}/draft`, { version, draft: settings });
const times = <T>(count: number, run: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => run(at)));

describe("a connection", () => {
  test("is one a workspace and integration, begun twenty times at once", async () => {
    const made = await times(20, () => send("POST", "/api/connections", { integration: "hubspot" }));
    expect(made.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
    const ids = await Promise.all(made.map(async (response) => (await view(response)).id));
    expect(new Set(ids).size).toBe(1);
    expect((await begin("hubspot", "other.s1")).id).not.toBe(ids[0]);
  });

  test("needs a session, and is not there for another workspace, whatever is asked of it", async () => {
    const { id } = await connect();
    const asked: [string, string, unknown?][] = [
      ["GET", ""],
      ["POST", "/connect", {}],
      ["POST", "/tenant", { tenantId: "12345" }],
      ["POST", "/credentials", { values: {} }],
      ["GET", "/options?object=contact"],
      ["GET", "/count?object=contact"],
      ["PUT", "/draft", { version: 0, draft: wholeSettings }],
      ["POST", "/save", { version: 0 }],
      ["DELETE", ""],
    ];
    for (const [method, path, body] of asked) {
      expect((await send(method, `/api/connections/${id}${path}`, body, "")).status, `${method} ${path}`).toBe(401);
      expect((await send(method, `/api/connections/${id}${path}`, body, "other.s1")).status, path).toBe(404);
    }
    expect((await view(send("GET", `/api/connections/${id}`))).state).toBe("connected");
  });

  test("of what is coming soon or has no such site is refused", async () => {
    expect((await send("POST", "/api/connections", { integration: "zoho" })).status).toBe(422);
    expect((await send("POST", "/api/connections", { integration: "hubspot", site: "moon" })).status).toBe(400);
    expect(await problem(await send("POST", "/api/connections", { integration: "salesforce" }))).toMatchObject({
      status: 422,
      detail: expect.stringContaining("Salesforce is not available here yet"),
    });
  });

  test("stands in the list of integrations, for its own workspace alone", async () => {
    const { id } = await connect();
    const list = async (as: string) => {
      const response = await send("GET", "/api/integrations", undefined, as);
      const { integrations } = (await response.json()) as { integrations: IntegrationView[] };
      return (name: string) => integrations.find((integration) => integration.id === name);
    };
    const own = await list("acme.s1");
    expect(own("hubspot")).toMatchObject({ usable: true, connection: { id, state: "connected", check: null } });
    expect(own("salesforce")).toMatchObject({ usable: false, crm: null });
    expect(own("zoho")).toMatchObject({ usable: false, crm: null, availability: "coming_soon" });
    for (const as of ["", "other.s1"]) expect((await list(as))("hubspot")).toMatchObject({ connection: null });
  });
});

describe("a draft", () => {
  test("goes on from the latest version, and twenty at once are one", async () => {
    const { id } = await begin();
    const sent = await times(20, (at) =>
      draft(id, 0, { ...wholeSettings, qualify: { pipeline: "sales", stage: `s${at}` } }),
    );
    const taken = sent.filter(({ status }) => status === 200);
    expect(taken).toHaveLength(1);
    const kept = await view(taken[0] ?? Promise.reject(new Error("none was taken")));
    expect(kept.version).toBe(1);
    for (const late of sent.filter(({ status }) => status !== 200)) {
      expect(late.status).toBe(409);
      expect(await problem(late)).toMatchObject({ code: "conflict", current: { version: 1, draft: kept.draft } });
    }
    expect((await view(draft(id, 1))).version).toBe(2);
  });
});

describe("saving", () => {
  test("makes the draft live and tells the product, once, without secrets", async () => {
    const { id } = await connect();
    await draft(id, 0);
    const saved = await view(send("POST", `/api/connections/${id}/save`, { version: 1 }));
    expect(saved).toMatchObject({ saved: wholeSettings, savedAt: expect.any(String), version: 1 });
    await send("POST", `/api/connections/${id}/save`, { version: 1 });
    const sent = await db.select().from(outbox);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ kind: "webhook", ref: id });
    expect(sent[0]?.payload).toEqual({
      type: "connection.saved",
      data: {
        id,
        integration: "hubspot",
        site: "main",
        workspace: { id: "product-acme", name: "The acme company" },
        account: { id: "acc-1", name: "Acme" },
        settings: wholeSettings,
        version: 1,
        savedAt: saved.savedAt,
      },
    });
  });

  test("tells the product what was saved before the operator named its address, once it is saved once more", async () => {
    const { config } = hub.deps;
    const { webhook } = config;
    const { id } = await connect();
    await draft(id, 0);
    config.webhook = null;
    const { savedAt } = await view(send("POST", `/api/connections/${id}/save`, { version: 1 }));
    expect(await db.select().from(outbox)).toEqual([]);
    config.webhook = webhook;
    for (let nth = 0; nth < 2; nth++) await send("POST", `/api/connections/${id}/save`, { version: 1 });
    const sent = await db.select().from(outbox);
    expect(sent.map(({ payload }) => payload)).toMatchObject([{ data: { version: 1, savedAt } }]);
  });

  test("twenty times at once is one event and one webhook", async () => {
    const { id } = await connect();
    await draft(id, 0);
    const saved = await times(20, () => send("POST", `/api/connections/${id}/save`, { version: 1 }));
    expect(saved.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(await db.select().from(outbox)).toHaveLength(1);
    const own = and(eq(connectionEvents.connectionId, id), eq(connectionEvents.what, "saved"));
    expect(await db.select().from(connectionEvents).where(own)).toHaveLength(1);
  });

  test("an older version is a conflict that shows what is there", async () => {
    const { id } = await connect();
    await draft(id, 0);
    await draft(id, 1, { ...wholeSettings, qualify: null });
    const late = await send("POST", `/api/connections/${id}/save`, { version: 1 });
    expect(late.status).toBe(409);
    expect(await problem(late)).toMatchObject({ current: { version: 2, saved: null } });
  });

  test("before anything is connected is refused", async () => {
    const { id } = await begin();
    await draft(id, 0);
    expect(await problem(await send("POST", `/api/connections/${id}/save`, { version: 1 }))).toMatchObject({
      status: 422,
      detail: "Connect HubSpot first, then save.",
    });
  });

  const { leads } = wholeSettings;
  const off = { ...leads, on: false };
  test.each([
    ["leads.object", { ...leads, object: "deal" }],
    ["leads.object", { ...leads, object: null }],
    ["leads.pipeline", { ...leads, pipeline: null }],
    ["leads.stage", { ...leads, stage: null }],
    ["leads.mapping", { ...leads, mapping: [] }],
    ["leads.mapping", { ...leads, mapping: [{ field: "email", value: { text: "nobody" } }] }],
    ["leads.mapping", { ...leads, mapping: [...leads.mapping, ...leads.mapping] }],
    ["leads.existing", { ...leads, existing: "duplicate" }],
    ["leads.existing", { ...leads, existing: null }],
    ["leads.on", off],
  ])("with a mistake in %s names it, and nothing goes live (%#)", async (field, half) => {
    const { id } = await connect();
    await draft(id, 0, { ...wholeSettings, referrers: off, leads: half });
    const refused = await send("POST", `/api/connections/${id}/save`, { version: 1 });
    expect(refused.status).toBe(422);
    expect(await problem(refused)).toMatchObject({ errors: [{ field, reason: expect.stringMatching(/\.$/) }] });
    expect(await db.select().from(outbox)).toEqual([]);
    expect(await view(send("GET", `/api/connections/${id}`))).toMatchObject({ saved: null });
  });
});

test("without the stage that qualifies a referral nothing goes live", async () => {
  const { id } = await connect();
  await draft(id, 0, { ...wholeSettings, qualify: null });
  const refused = await send("POST", `/api/connections/${id}/save`, { version: 1 });
  expect(await problem(refused)).toMatchObject({ status: 422, errors: [{ field: "qualify.stage" }] });
});

describe("disconnecting", () => {
  test("takes the access back at the vendor, deletes it here, and leaves word of it", async () => {
    const { id } = await connect();
    expect((await send("DELETE", `/api/connections/${id}`)).status).toBe(204);
    expect(await db.select().from(connections)).toEqual([]);
    expect(hubspot.callsTo("revoke").map(({ grant }) => grant?.accessToken)).toEqual([
      expect.stringMatching(/^access-/),
    ]);
    const [, gone] = await db.select().from(connectionEvents).where(eq(connectionEvents.connectionId, id));
    expect(gone).toMatchObject({ what: "disconnected", who: "acme@example.com", workspaceId: "acme" });
    expect((await send("DELETE", `/api/connections/${id}`)).status).toBe(404);
  });

  test("is done all the same when the vendor does not answer", async () => {
    hubspot.answers.revoke = () => Promise.reject(new VendorFault("timeout", ""));
    const { id } = await connect();
    expect((await send("DELETE", `/api/connections/${id}`)).status).toBe(204);
    hubspot.answers.revoke = () => new Promise(() => {});
    const { id: other } = await connect();
    expect((await send("DELETE", `/api/connections/${other}`)).status).toBe(204);
    expect(await db.select().from(connections)).toEqual([]);
  });
});

describe("options", () => {
  test("come from the customer's own CRM, with proposals", async () => {
    const { id } = await connect();
    const response = await send("GET", `/api/connections/${id}/options?object=contact`);
    expect(await response.json()).toMatchObject({
      object: "contact",
      pipelines: [{ id: "sales", stages: [{ id: "new" }, { id: "won", won: true }] }],
      fields: [
        { name: "email", required: true, proposal: { from: "email" } },
        { name: "firstname", proposal: { from: "first_name" } },
      ],
    });
    expect((await send("GET", `/api/connections/${id}/options?object=deal`)).status).toBe(400);
  });

  test("of a CRM that lacks a permission name it and say what to do", async () => {
    hubspot.answers.fields = () => {
      throw new VendorFault("scope_missing", "This app hasn't been granted all required scopes", { scope: "x.read" });
    };
    const { id } = await connect();
    const refused = await problem(await send("GET", `/api/connections/${id}/options?object=contact`));
    expect(refused).toMatchObject({ status: 422, fault: "scope_missing", scope: "x.read" });
    expect(refused["detail"]).toContain("The permission “x.read” is missing at HubSpot.");
    expect(refused["detail"]).not.toMatch(/credential|key/i);
  });

  test("of a CRM that took the access back make it a reconnection", async () => {
    hubspot.answers.fields = () => {
      throw new VendorFault("revoked", "token revoked");
    };
    const { id } = await connect();
    const refused = await problem(await send("GET", `/api/connections/${id}/options?object=contact`));
    expect(refused).toMatchObject({ status: 422, fault: "revoked" });
    expect((await view(send("GET", `/api/connections/${id}`))).state).toBe("reconnect");
  });

  test("of a CRM that is away say when to come again", async () => {
    hubspot.answers.pipelines = () => {
      throw new VendorFault("limited", "", { retryAfter: 7 });
    };
    const { id } = await connect();
    const away = await send("GET", `/api/connections/${id}/options?object=contact`);
    expect(away.status).toBe(503);
    expect(away.headers.get("retry-after")).toBe("7");
  });
});
