import { afterEach, expect, test } from "vitest";
import { connections } from "#db/schema/connections.ts";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { VendorFault } from "#server/features/integrations/vendor-fault.ts";
import { openConnectionsHub } from "#test/support/connections.ts";

const hub = await openConnectionsHub();
const { db, hubspot, servicetitan, send, begin, connect } = hub;
const before = { ...hubspot.answers };

afterEach(async () => {
  await db.delete(connections);
  hubspot.calls.length = 0;
  Object.assign(hubspot.answers, before);
});

const ask = (id: string, object = "contact", as?: string) =>
  send("GET", `/api/connections/${id}/count?object=${object}`, undefined, as);
const told = async (asked: Promise<Response>) => {
  const response = await asked;
  return { status: response.status, said: (await response.json()) as unknown };
};
const stateOf = async (id: string) =>
  ((await (await send("GET", `/api/connections/${id}`)).json()) as ConnectionView).state;

test("how many people a CRM knows is asked of it in one call, for its own workspace alone", async () => {
  hubspot.answers.count = () => 12_431;
  const { id } = await connect();
  expect(await told(ask(id))).toMatchObject({ status: 200, said: { object: "contact", count: 12_431 } });
  expect(hubspot.callsTo("count")).toHaveLength(1);
  expect((await ask(id, "contact", "other.s1")).status).toBe(404);
  expect((await ask(id, "contact", "")).status).toBe(401);
  expect((await ask(id, "deal")).status).toBe(400);
  expect(hubspot.callsTo("count")).toHaveLength(1);
});

test.each(["vendor_down", "timeout", "unreachable", "limited", "scope_missing", "refused", "unreadable"] as const)(
  "a CRM that says “%s” says no number, and that is no error",
  async (code) => {
    hubspot.answers.count = () => {
      throw new VendorFault(code, "what it said");
    };
    const { id } = await connect();
    expect(await told(ask(id))).toMatchObject({ status: 200, said: { object: "contact", count: null } });
    expect(await stateOf(id)).toBe("connected");
  },
);

test("a token that ended is renewed for it; one that was taken back makes it a reconnection", async () => {
  const { id } = await connect();
  hubspot.answers.count = () => {
    if (hubspot.callsTo("refresh").length === 0) throw new VendorFault("expired", "");
    return 7;
  };
  expect(await told(ask(id))).toMatchObject({ said: { count: 7 } });
  hubspot.answers.count = () => {
    throw new VendorFault("revoked", "");
  };
  expect(await told(ask(id))).toMatchObject({ status: 200, said: { count: null } });
  expect(await stateOf(id)).toBe("reconnect");
});

test("a CRM that looks for nobody is not asked", async () => {
  const { id } = await begin("servicetitan");
  expect(await told(ask(id, "booking"))).toMatchObject({ status: 200, said: { object: "booking", count: null } });
  expect(servicetitan.callsTo("count")).toEqual([]);
});

test("what is a mistake of the hub's own is not hidden as a CRM's silence", async () => {
  hubspot.answers.count = () => {
    throw new TypeError("ours");
  };
  const { id } = await connect();
  expect((await ask(id)).status).toBe(500);
});
