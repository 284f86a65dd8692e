import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Call, Site } from "#server/features/integrations/connector.ts";
import { servicetitan } from "#server/features/integrations/connectors/servicetitan/servicetitan.connector.ts";
import { openVendorFetch } from "#server/features/integrations/open-vendor-fetch.ts";
import { makeBooking } from "../../fakes/crm/servicetitan-records.ts";
import { startServiceTitan } from "../../fakes/crm/servicetitan.ts";
import { connectorSuite, type Stage } from "./suite.ts";

let crm: Awaited<ReturnType<typeof startServiceTitan>>;
const fetch = openVendorFetch();

beforeEach(async () => {
  crm = await startServiceTitan();
});
afterEach(() => crm.close());

const site = (): Site => ({ id: "production", title: "", apiBase: crm.url, authBase: crm.url });
const app = (appKey = crm.data.appKey) => ({ clientId: "", clientSecret: "", appKey });
const right = () => ({
  clientId: crm.data.clientId,
  clientSecret: crm.data.clientSecret,
  bookingProvider: crm.data.bookingProviders[0]!,
});

const finish = (values: Partial<ReturnType<typeof right>> = {}, tenantId = crm.data.tenantId, appKey?: string) =>
  servicetitan.finish(app(appKey), fetch, {
    kind: "credentials",
    site: site(),
    tenantId,
    values: { ...right(), ...values },
  });
const open = async (): Promise<Call> => ({ app: app(), site: site(), fetch, grant: await finish() });

async function makeStage(): Promise<Stage> {
  const emulator = await startServiceTitan();
  const { data, tokens, url } = emulator;
  const { clientId, clientSecret, tenantId, appKey } = data;
  const operator = { clientId: "", clientSecret: "", appKey };
  const place: Site = { id: "production", title: "", apiBase: url, authBase: url };
  const values = { clientId, clientSecret, bookingProvider: data.bookingProviders[0] ?? "" };
  const grant = await servicetitan.finish(operator, fetch, { kind: "credentials", site: place, tenantId, values });
  return {
    emulator,
    call: { app: operator, site: place, fetch, grant },
    secrets: [grant.accessToken, clientSecret, appKey],
    addPerson: (email) => void data.bookings.push(makeBooking({ id: data.bookings.length + 1, externalId: email })),
    // fields are a fixed list
    takePermission: null,
    expire: () => tokens.clear(),
    takeAway: () => {
      data.clientSecret = "cs1.other";
      tokens.clear();
    },
  };
}

connectorSuite("ServiceTitan", makeStage, servicetitan);

describe("What the customer enters", () => {
  it("is taken when all of it is right", async () => {
    const grant = await finish();
    expect(grant).toMatchObject({ refreshToken: null, credentials: { ...right(), tenantId: crm.data.tenantId } });
    const lasts = Date.parse(grant.expiresAt!) - Date.now();
    expect(lasts).toBeGreaterThan(850_000);
    expect(lasts).toBeLessThanOrEqual(900_000);
  });

  it("is a wrong key when Client ID and Client Secret do not belong together", async () => {
    await expect(finish({ clientSecret: "cs1.other" })).rejects.toMatchObject({
      code: "wrong_key",
      seen: "400 invalid_client",
    });
  });

  it("is a wrong account when ServiceTitan has no such tenant", async () => {
    await expect(finish({}, "99999")).rejects.toMatchObject({
      code: "wrong_account",
      seen: expect.stringContaining("99999"),
    });
  });

  it("is not found when the booking provider value is not one of the tenant's", async () => {
    await expect(finish({ bookingProvider: "1" })).rejects.toMatchObject({
      code: "not_found",
      seen: expect.stringContaining("booking provider"),
    });
  });

  it("is not blamed when it is the hub's own app key that is wrong", async () => {
    for (const appKey of ["", "ak1.other"]) {
      await expect(finish({}, crm.data.tenantId, appKey)).rejects.toMatchObject({
        code: "wrong_app",
        seen: expect.stringMatching(/own app key.*your keys are not the cause.*ST-App-Key/),
      });
    }
  });

  it.each(["..", "../../bookings", "a/b", "1?page=2", ""])(
    "does not lead elsewhere as “%s”",
    async (bookingProvider) => {
      await expect(finish({ bookingProvider })).rejects.toMatchObject({ code: "not_found" });
    },
  );
});

describe("The token", () => {
  it("is made again from the same keys", async () => {
    const grant = await finish();
    const fresh = await servicetitan.refresh(app(), fetch, site(), grant);
    expect(fresh.accessToken).not.toBe(grant.accessToken);
    expect(fresh.credentials).toEqual(grant.credentials);
  });

  it("is revoked once the keys were made anew at ServiceTitan", async () => {
    const grant = await finish();
    crm.data.clientSecret = "cs1.new";
    await expect(servicetitan.refresh(app(), fetch, site(), grant)).rejects.toMatchObject({ code: "revoked" });
  });

  it("is expired when its time is over, whatever the app key", async () => {
    const call = await open();
    crm.tokens.clear();
    await expect(servicetitan.account(call)).rejects.toMatchObject({ code: "expired" });
  });

  it("cannot be taken back", async () => {
    expect(await servicetitan.revoke(app(), fetch, site(), await finish())).toBe(false);
  });
});

describe("A referral", () => {
  it("is found by its code, with the status of its booking, before the contact with its address", async () => {
    crm.data.bookings.push(
      makeBooking({ id: 77, externalId: "REF-1", status: "Converted" }),
      makeBooking({ id: 78, externalId: "REF-2" }),
    );
    crm.data.contactMethods.push({
      id: "m1",
      contactId: "c1",
      type: "Email",
      value: "ada@example.com",
      createdOn: "2026-11-02T09:00:00Z",
    });
    const found = await servicetitan.findContact(await open(), "ada@example.com", "REF-1");
    expect(found).toMatchObject([
      { object: "booking", id: "77", stage: "Converted" },
      { object: "contact", id: "c1" },
    ]);
  });

  it("is found by its code alone when contacts may not be read", async () => {
    crm.data.bookings.push(makeBooking({ id: 77, externalId: "REF-1" }));
    crm.data.refused.add("tn.crm.contacts:r");
    expect(await servicetitan.findContact(await open(), "ada@example.com", "REF-1")).toHaveLength(1);
    await expect(servicetitan.findContact(await open(), "ada@example.com")).rejects.toMatchObject({
      code: "scope_missing",
    });
  });

  it("names the permission that is missing", async () => {
    crm.data.refused.add("tn.crm.bookings:r");
    await expect(finish()).rejects.toMatchObject({ code: "scope_missing", scope: "tn.crm.bookings:r" });
  });
});

it("Six fields of a booking are required", async () => {
  const fields = await servicetitan.fields(await open(), "booking");
  expect(fields.filter(({ required }) => required).map(({ label }) => label)).toEqual([
    "Source",
    "Name",
    "E-mail",
    "Summary",
    "Is First Time Client",
    "External Id",
  ]);
});
