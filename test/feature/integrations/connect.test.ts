import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { connectionEvents, connections, oauthStates } from "#db/schema/connections.ts";
import { VendorFault } from "#server/features/integrations/vendor-fault.ts";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { openConnectionsHub } from "#test/support/connections.ts";

let now = new Date("2026-11-25T09:00:00Z");
const hub = await openConnectionsHub({ clock: { now: () => now } });
const { db, hubspot, send, begin, askToConnect, comeBack } = hub;
const before = { ...hubspot.answers };

afterEach(async () => {
  await db.delete(connections);
  await db.delete(oauthStates);
  hubspot.calls.length = 0;
  Object.assign(hubspot.answers, before);
  now = new Date(now.getTime() + 86_400_000);
});

const read = async (id: string) => (await (await send("GET", `/api/connections/${id}`)).json()) as ConnectionView;
const events = async (id: string) =>
  (await db.select().from(connectionEvents).where(eq(connectionEvents.connectionId, id))).map(({ what }) => what);

describe("signing in at a CRM", () => {
  test("ends where it began, connected, with the account that it is", async () => {
    const { id } = await begin();
    const back = await askToConnect(id, { returnTo: "/articles/integrations/connect-hubspot/?from=x#step-2" });
    expect(await comeBack(back)).toBe("/articles/integrations/connect-hubspot/?from=x&connected=1#step-2");
    expect(await read(id)).toMatchObject({
      state: "connected",
      account: { id: "acc-1", name: "Acme", url: "https://crm.example.com/acc-1" },
      connectedAt: now.toISOString(),
    });
    expect(await events(id)).toEqual(["connected"]);
    const [kept] = await db.select().from(connections);
    expect(kept).toMatchObject({ ownerEmail: "acme@example.com", grantVersion: 1 });
    expect(JSON.stringify(kept)).not.toContain("access-1");
  });

  test("on a German page comes back to it, and mails to its owner will be German", async () => {
    const { id } = await begin();
    expect(await comeBack(await askToConnect(id, { returnTo: "/de/setup/hubspot/" }))).toBe(
      "/de/setup/hubspot/?connected=1",
    );
    expect(await db.select({ language: connections.ownerLanguage }).from(connections)).toEqual([{ language: "de" }]);
    await comeBack(await askToConnect(id));
    expect(await db.select({ language: connections.ownerLanguage }).from(connections)).toEqual([{ language: "en" }]);
  });

  test("keeps the state's hash and PKCE's verifier sealed, and sends neither verifier nor session along", async () => {
    const { id } = await begin();
    const back = await askToConnect(id);
    const state = back.searchParams.get("state") ?? "";
    expect(Buffer.from(state, "base64url").length).toBe(32);
    const [kept] = await db.select().from(oauthStates);
    expect(kept?.verifier).toMatch(/^s1\./);
    expect(JSON.stringify(kept)).not.toContain(state);
  });

  test("again at the same account is a reconnection", async () => {
    const { id } = await begin();
    await comeBack(await askToConnect(id));
    expect(await comeBack(await askToConnect(id))).toBe("/setup/hubspot/?connected=1");
    expect(await events(id)).toEqual(["connected", "reconnected"]);
    expect(hubspot.callsTo("revoke")).toEqual([]);
  });

  test("at another account changes nothing, and is done once the customer has agreed to change over", async () => {
    const { id } = await begin();
    await comeBack(await askToConnect(id));
    hubspot.answers.account = () => ({ id: "acc-2", name: "Elsewhere", detail: null, url: null });
    expect(await comeBack(await askToConnect(id))).toBe("/setup/hubspot/?problem=wrong_account");
    expect(await read(id)).toMatchObject({ state: "connected", account: { id: "acc-1" } });
    expect(hubspot.callsTo("revoke").map(({ grant }) => grant?.accessToken)).toHaveLength(1);
    expect(await comeBack(await askToConnect(id, { otherAccount: true }))).toBe("/setup/hubspot/?connected=1");
    expect(await read(id)).toMatchObject({ account: { id: "acc-2", name: "Elsewhere" } });
  });
});

describe("the callback refuses", () => {
  const refused = async (id: string, problem: string, location: string) => {
    expect(location).toBe(`/setup/hubspot/?problem=${problem}`);
    expect(await read(id)).toMatchObject({ state: "new", account: null });
    expect(hubspot.callsTo("finish")).toEqual([]);
  };

  test("an answer without a state or a code", async () => {
    const { id } = await begin();
    const back = await askToConnect(id);
    back.searchParams.delete("code");
    await refused(id, "missing", await comeBack(back));
    back.searchParams.delete("state");
    await refused(id, "missing", await comeBack(back));
  });

  test("an answer that was used before, and one that was never asked for", async () => {
    const { id } = await begin();
    const back = await askToConnect(id);
    expect(await comeBack(back)).toContain("connected=1");
    expect(await comeBack(back)).toBe("/setup/hubspot/?problem=used");
    expect(hubspot.callsTo("finish")).toHaveLength(1);
    back.searchParams.set("state", "made-up");
    expect(await comeBack(back)).toBe("/setup/hubspot/?problem=used");
  });

  test("the same answer twenty times at once, but for one", async () => {
    const { id } = await begin();
    const back = await askToConnect(id);
    const ends = await Promise.all(Array.from({ length: 20 }, () => comeBack(back)));
    expect(ends.filter((end) => end.includes("connected=1"))).toHaveLength(1);
    expect(hubspot.callsTo("finish")).toHaveLength(1);
  });

  test("an answer in another session, of this workspace or another", async () => {
    const { id } = await begin();
    await refused(id, "foreign", await comeBack(await askToConnect(id), "acme.s2"));
    await refused(id, "foreign", await comeBack(await askToConnect(id), "other.s1"));
    await refused(id, "signed_out", await comeBack(await askToConnect(id), ""));
  });

  test("an answer at another CRM's address", async () => {
    const { id } = await begin();
    const back = await askToConnect(id);
    back.pathname = "/connect/callback/servicetitan";
    expect(await comeBack(back)).toBe("/setup/servicetitan/?problem=swapped");
    expect(hubspot.callsTo("finish")).toEqual([]);
  });

  test("an answer after ten minutes", async () => {
    const { id } = await begin();
    const back = await askToConnect(id);
    now = new Date(now.getTime() + 600_000);
    await refused(id, "late", await comeBack(back));
  });

  test.each([
    ["access_denied", "denied"],
    ["server_error", "refused"],
  ])("%s from the CRM", async (error, problem) => {
    const { id } = await begin();
    const back = await askToConnect(id);
    back.searchParams.set("error", error);
    await refused(id, problem, await comeBack(back));
  });

  test("an answer that names another sender, and takes one that names the CRM", async () => {
    const { id } = await begin();
    for (const iss of ["https://evil.example.com", "garbage", ""]) {
      const back = await askToConnect(id);
      back.searchParams.set("iss", iss);
      await refused(id, "wrong_issuer", await comeBack(back));
    }
    const back = await askToConnect(id);
    back.searchParams.set("iss", "http://127.0.0.1:9");
    expect(await comeBack(back)).toContain("connected=1");
  });

  test("an answer for a connection that is gone", async () => {
    const { id } = await begin();
    const back = await askToConnect(id);
    await send("DELETE", `/api/connections/${id}`);
    expect(await comeBack(back)).toBe("/setup/hubspot/?problem=used");
  });

  test("an integration that there is not", async () => {
    expect(await comeBack(new URL("http://x/connect/callback/nothing?state=1&code=2"))).toBe("404");
  });
});

describe("a fault of the CRM", () => {
  test.each(["wrong_key", "vendor_down", "timeout", "unreadable", "refused"] as const)(
    "%s is its own",
    async (code) => {
      hubspot.answers.account = () => {
        throw new VendorFault(code, "It said so.");
      };
      const { id } = await begin();
      expect(await comeBack(await askToConnect(id))).toBe(`/setup/hubspot/?problem=${code}`);
      expect(await read(id)).toMatchObject({ state: "new" });
    },
  );

  test("a missing scope is named, and is no wrong key", async () => {
    hubspot.answers.account = () => {
      throw new VendorFault("scope_missing", "Forbidden", { scope: "crm.objects.contacts.read" });
    };
    const { id } = await begin();
    expect(await comeBack(await askToConnect(id))).toBe(
      "/setup/hubspot/?problem=scope_missing&scope=crm.objects.contacts.read",
    );
  });
});

test.each(["//evil.example.com/", "https://evil.example.com/", "/\\evil.example.com", "/a b", "javascript:alert(1)"])(
  "a customer never comes back to %j",
  async (returnTo) => {
    const { id } = await begin();
    expect((await send("POST", `/api/connections/${id}/connect`, { returnTo })).status).toBe(400);
  },
);

test("ServiceTitan is not signed in to", async () => {
  const { id } = await begin("servicetitan");
  expect((await send("POST", `/api/connections/${id}/connect`, {})).status).toBe(422);
});
