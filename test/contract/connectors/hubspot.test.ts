import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Call, Site } from "#server/features/integrations/connector.ts";
import { hubspot } from "#server/features/integrations/connectors/hubspot/hubspot.connector.ts";
import { openVendorFetch } from "#server/features/integrations/open-vendor-fetch.ts";
import { describeProperty, makeContact } from "../../fakes/crm/hubspot-records.ts";
import { startHubSpot } from "../../fakes/crm/hubspot.ts";
import { signIn } from "./sign-in.ts";
import { connectorSuite, type Stage } from "./suite.ts";

type Crm = Awaited<ReturnType<typeof startHubSpot>>;
const fetch = openVendorFetch();

async function open(crm: Crm): Promise<Call> {
  const app = { clientId: crm.oauth.clientId, clientSecret: crm.oauth.clientSecret, appKey: "" };
  const site: Site = { id: "main", title: "HubSpot", apiBase: crm.url, authBase: crm.url };
  return { app, site, fetch, grant: await signIn(hubspot, app, site) };
}

async function makeStage(): Promise<Stage> {
  const emulator = await startHubSpot();
  const call = await open(emulator);
  return {
    emulator,
    call,
    secrets: [call.grant.accessToken, call.grant.refreshToken ?? "", emulator.oauth.clientSecret],
    addPerson: (email) => void emulator.data.contacts.push(makeContact(email)),
    takePermission: () => {
      for (const access of emulator.oauth.tokens.values()) access.scopes = ["oauth"];
      return "crm.schemas.contacts.read";
    },
    expire: () => emulator.oauth.tokens.clear(),
    takeAway: () => emulator.oauth.refreshTokens.clear(),
  };
}

connectorSuite("HubSpot", makeStage, hubspot);

let crm: Crm;
beforeEach(async () => {
  crm = await startHubSpot();
});
afterEach(() => crm.close());

describe("HubSpot's access", () => {
  it("lasts half an hour, for what was granted, and says whose account it is", async () => {
    crm.oauth.scopes = ["oauth", "crm.objects.contacts.read"];
    const call = await open(crm);
    const lasts = Date.parse(call.grant.expiresAt ?? "") - Date.now();
    expect(lasts).toBeGreaterThan(1_795_000);
    expect(lasts).toBeLessThanOrEqual(1_800_000);
    expect(call.grant.scopes).toEqual(crm.oauth.scopes);
    expect(await hubspot.check(call)).toMatchObject({ accountId: "1234567", scopes: crm.oauth.scopes });
  });

  it("is renewed with the refresh token that came last", async () => {
    crm.oauth.rotates = true;
    const { app, site, grant } = await open(crm);
    const fresh = await hubspot.refresh(app, fetch, site, grant);
    expect(fresh.refreshToken).not.toBe(grant.refreshToken);
    await expect(hubspot.refresh(app, fetch, site, grant)).rejects.toMatchObject({ code: "revoked" });
    expect((await hubspot.refresh(app, fetch, site, fresh)).accessToken).not.toBe(fresh.accessToken);
  });

  it("is taken back for good, and taking it back twice is no mistake", async () => {
    const { app, site, grant } = await open(crm);
    expect(await hubspot.revoke(app, fetch, site, grant)).toBe(true);
    await expect(hubspot.refresh(app, fetch, site, grant)).rejects.toMatchObject({ code: "revoked" });
    expect(await hubspot.revoke(app, fetch, site, grant)).toBe(true);
  });

  it("is the operator's to mend when the app's secret is wrong", async () => {
    const call = await open(crm);
    crm.oauth.clientSecret = "another";
    await expect(hubspot.check(call)).rejects.toMatchObject({ code: "wrong_app" });
    await expect(hubspot.refresh(call.app, fetch, call.site, call.grant)).rejects.toMatchObject({ code: "wrong_app" });
    await expect(hubspot.revoke(call.app, fetch, call.site, call.grant)).rejects.toMatchObject({ code: "wrong_app" });
  });
});

describe("What HubSpot has", () => {
  it("is known by the account's number and kind, seen where the account is kept", async () => {
    Object.assign(crm.data, { uiDomain: "app-eu1.hubspot.com", accountType: "SANDBOX" });
    expect(await hubspot.account(await open(crm))).toEqual({
      id: "1234567",
      name: "Hub ID 1234567",
      detail: { say: "crms.hubspot.accounts.sandbox", with: [] },
      url: "https://app-eu1.hubspot.com/home?portalId=1234567",
    });
  });

  it.each(["evil.example", "app.hubspot.com.evil.example", "evil.example/.hubspot.com", "evilhubspot.com"])(
    "leads nobody to %s",
    async (uiDomain) => {
      crm.data.uiDomain = uiDomain;
      expect((await hubspot.account(await open(crm))).url).toMatch(/^https:\/\/app\.hubspot\.com\//);
    },
  );

  it("is a pipeline with its stages, one of them won, archived ones among them", async () => {
    const [first] = crm.data.pipelines;
    first?.stages.push({
      id: "old",
      label: "Old",
      archived: true,
      metadata: { isClosed: "false", probability: "0.5" },
    });
    const pipelines = await hubspot.pipelines(await open(crm), "contact");
    expect(pipelines.map(({ id, label }) => [id, label])).toEqual([
      ["default", "Sales Pipeline"],
      ["7391", "Referrals"],
    ]);
    const stages = pipelines[0]?.stages ?? [];
    expect(stages.filter(({ won }) => won).map(({ id }) => id)).toEqual(["closedwon"]);
    expect(stages.filter(({ active }) => !active).map(({ id }) => id)).toEqual(["old"]);
  });

  it("is a field, writable unless HubSpot fills it itself", async () => {
    const gone = describeProperty("gone", "Gone", ["string", "text"], { archived: true });
    crm.data.properties.push(gone);
    const fields = await hubspot.fields(await open(crm), "contact");
    const readOnly = fields.filter(({ writable }) => !writable).map(({ name }) => name);
    expect(readOnly).toEqual(["createdate", "hs_full_name_or_email"]);
    const types = Object.fromEntries(fields.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({
      email: "email",
      phone: "phone",
      createdate: "date",
      lifecyclestage: "choice",
      hubspot_owner_id: "reference",
      first_time_customer: "boolean",
    });
    expect(fields.find(({ name }) => name === "gone")).toMatchObject({ archived: true });
  });

  it("is a person with a link, whatever case their address was written in", async () => {
    const contact = makeContact("ada@example.com", { lastname: "Example" });
    crm.data.contacts.push(contact);
    expect(await hubspot.findContact(await open(crm), "ADA@example.com")).toEqual([
      {
        object: "contact",
        id: contact.id,
        name: "Ada Example",
        url: `https://app.hubspot.com/contacts/1234567/record/0-1/${contact.id}`,
        stage: null,
        createdAt: "2026-11-02T09:00:00.000Z",
        converted: null,
      },
    ]);
  });
});

describe("How many contacts HubSpot has", () => {
  it("leaves out those that were deleted, and takes the permission to read contacts", async () => {
    crm.data.contacts.push(makeContact("ada@example.com"), { ...makeContact("old@example.com"), archived: true });
    const call = await open(crm);
    expect(await hubspot.count?.(call, "contact")).toBe(1);
    for (const access of crm.oauth.tokens.values()) access.scopes = ["oauth"];
    const scope = "crm.objects.contacts.read";
    await expect(hubspot.count?.(call, "contact")).rejects.toMatchObject({ code: "scope_missing", scope });
  });
});

describe("What HubSpot refuses", () => {
  it("is a permission, even where it does not say so itself", async () => {
    const call = await open(crm);
    const forbidden = { status: 403, headers: new Headers(), body: { message: "no" }, text: "" };
    const refusing: Call = { ...call, fetch: async () => forbidden };
    await expect(hubspot.pipelines(refusing, "contact")).rejects.toMatchObject({
      code: "scope_missing",
      scope: "crm.schemas.deals.read",
      seen: "403 no",
    });
  });

  it("is a call too many in ten seconds, and says when to come again", async () => {
    crm.data.limit = 2;
    const call = await open(crm);
    await hubspot.account(call);
    await hubspot.account(call);
    await expect(hubspot.account(call)).rejects.toMatchObject({ code: "limited", retryAfter: 10 });
  });
});
