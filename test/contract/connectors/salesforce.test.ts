import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Call, Grant, Site } from "#server/features/integrations/connector.ts";
import { salesforce } from "#server/features/integrations/connectors/salesforce/salesforce.connector.ts";
import { acceptInstance } from "#server/features/integrations/connectors/salesforce/salesforce.instance.ts";
import { openVendorFetch } from "#server/features/integrations/open-vendor-fetch.ts";
import { describeField, type SalesforceLead } from "../../fakes/crm/salesforce-records.ts";
import { startSalesforce } from "../../fakes/crm/salesforce.ts";
import { signIn } from "./sign-in.ts";
import { connectorSuite, type Stage } from "./suite.ts";

let crm: Awaited<ReturnType<typeof startSalesforce>>;
const fetch = openVendorFetch();

beforeEach(async () => {
  crm = await startSalesforce();
});
afterEach(() => crm.close());

const app = () => ({ clientId: crm.oauth.clientId, clientSecret: crm.oauth.clientSecret, appKey: "" });
const siteOf = (id: string): Site => ({ id, title: id, apiBase: crm.url, authBase: crm.url });

const connect = (site = siteOf("production")): Promise<Grant> => signIn(salesforce, app(), site);

const open = async (site = siteOf("production")): Promise<Call> => ({
  app: app(),
  site,
  fetch,
  grant: await connect(site),
});

let records = 0;
const lead = (email: string, own: Partial<SalesforceLead> = {}): SalesforceLead => ({
  Id: `00Q${String(++records).padStart(15, "0")}`,
  Name: "Ada",
  Email: email,
  Status: "Open - Not Contacted",
  CreatedDate: "2026-11-02T09:00:00.000+0000",
  IsConverted: false,
  ConvertedContactId: null,
  ConvertedAccountId: null,
  ConvertedDate: null,
  ...own,
});

async function makeStage(): Promise<Stage> {
  const emulator = await startSalesforce();
  const { data, oauth, url } = emulator;
  const site: Site = { id: "production", title: "", apiBase: url, authBase: url };
  const operator = { clientId: oauth.clientId, clientSecret: oauth.clientSecret, appKey: "" };
  const grant = await signIn(salesforce, operator, site);
  return {
    emulator,
    call: { app: operator, site, fetch, grant },
    secrets: [grant.accessToken, grant.refreshToken ?? "", oauth.clientSecret],
    addPerson: (email) => void data.leads.push(lead(email)),
    takePermission: () => {
      for (const session of oauth.sessions.values()) session.scope = "refresh_token";
      return "api";
    },
    expire: () => oauth.sessions.clear(),
    takeAway: () => oauth.refreshTokens.clear(),
  };
}

connectorSuite("Salesforce", makeStage, salesforce);

describe("Where the data is", () => {
  const production = {
    id: "production",
    title: "",
    apiBase: "https://login.salesforce.com",
    authBase: "https://login.salesforce.com",
  };

  it.each([
    "https://acme.my.salesforce.com",
    "https://acme--test.sandbox.my.salesforce.com",
    "https://eu42.salesforce.com",
    "https://acme.lightning.force.com",
    "https://acme.cloudforce.com",
  ])("is accepted at %s", (place) => {
    expect(acceptInstance(production, place)).toBe(place);
  });

  it.each([
    "https://evil.example",
    "http://acme.my.salesforce.com",
    "https://salesforce.com.evil.example",
    "https://evilsalesforce.com",
    "https://acme.my.salesforce.com@evil.example",
    "https://acme.my.salesforce.com:8443",
    "javascript:alert(1)",
    "",
    null,
    42,
  ])("is refused at %s", (place) => {
    expect(() => acceptInstance(production, place)).toThrow(expect.objectContaining({ code: "unreadable" }));
  });

  it("is the operator's own base where one is set", () => {
    expect(acceptInstance(siteOf("production"), `${crm.url}/`)).toBe(crm.url);
  });

  it("is never read at a foreign host that the token names", async () => {
    crm.instanceUrl = "https://evil.example";
    await expect(connect()).rejects.toMatchObject({
      code: "unreadable",
      seen: expect.stringContaining("evil.example"),
    });
  });

  it("is not looked for where the next page leads elsewhere", async () => {
    const call = await open();
    const elsewhere: Call = {
      ...call,
      fetch: async (url, request) => {
        expect(new URL(url).origin).toBe(crm.url);
        const reply = await call.fetch(url, request);
        return { ...reply, body: { ...(reply.body as object), nextRecordsUrl: "@evil.example/services/data" } };
      },
    };
    await expect(salesforce.findContact(elsewhere, "ada@example.com")).rejects.toMatchObject({ code: "unreadable" });
  });
});

describe("The account", () => {
  it("is the organisation, with its kind, its instance and the login", async () => {
    expect(await salesforce.account(await open())).toEqual({
      id: crm.data.organization.Id,
      name: "Acme",
      detail: "production · EU42 · ada@example.com",
      url: crm.url,
    });
  });

  it("is a wrong one when a sandbox is signed in to as production, and says what to choose", async () => {
    crm.data.organization.IsSandbox = true;
    await expect(salesforce.account(await open())).rejects.toMatchObject({
      code: "wrong_account",
      seen: "“Acme” is a Salesforce sandbox. Choose sandbox, and connect again.",
    });
    expect(await salesforce.account(await open(siteOf("sandbox")))).toMatchObject({ name: "Acme" });
  });
});

describe("A person", () => {
  it("who was a lead is found with the date of conversion and the contact it became", async () => {
    crm.data.leads.push(
      lead("ada@example.com", {
        IsConverted: true,
        Status: "Closed - Converted",
        ConvertedDate: "2026-11-12",
        ConvertedContactId: "003000000000001AAA",
        ConvertedAccountId: "001000000000001AAA",
      }),
    );
    crm.data.contacts.push({
      Id: "003000000000001AAA",
      Name: "Ada",
      Email: "ada@example.com",
      CreatedDate: "2026-11-12T10:00:00.000+0000",
    });
    const found = await salesforce.findContact(await open(), "Ada@Example.com");
    expect(found.map(({ object }) => object)).toEqual(["lead", "contact"]);
    expect(found[0]).toMatchObject({
      stage: "Closed - Converted",
      converted: { at: "2026-11-12", contactId: "003000000000001AAA", accountId: "001000000000001AAA" },
    });
    expect(found[1]).toMatchObject({ converted: null, url: `${crm.url}/003000000000001AAA` });
  });

  it("who has an open and a converted lead is found by the open one first", async () => {
    crm.data.leads.push(lead("ada@example.com", { IsConverted: true }), lead("ada@example.com"));
    const found = await salesforce.findContact(await open(), "ada@example.com");
    expect(found.map(({ converted }) => converted !== null)).toEqual([false, true]);
  });

  it("is found whatever signs the address has, and nobody else is", async () => {
    const call = await open();
    const signs = [
      "'",
      '"',
      "\\",
      "\\'",
      "' OR Email != '",
      "%",
      "_",
      "\n",
      "\r",
      "é",
      "&",
      "+",
      "#",
      "a",
      ")",
      "--",
      "\\\\",
    ];
    const addresses = Array.from({ length: 60 }, (_, index) => {
      const local = Array.from(
        { length: 5 },
        (__, place) => signs[(index * 7 + place * place * 3 + (index >> place)) % signs.length],
      );
      return `${index}${local.join("")}@example.com`;
    });
    crm.data.leads.push(...addresses.map((address) => lead(address)));
    for (const [index, address] of addresses.entries()) {
      const found = await salesforce.findContact(call, address);
      expect(found.map(({ id }) => id)).toEqual([crm.data.leads[index]!.Id]);
    }
  });

  it("is found on every page", async () => {
    crm.data.pageSize = 2;
    crm.data.leads.push(...Array.from({ length: 5 }, () => lead("ada@example.com")));
    expect(await salesforce.findContact(await open(), "ada@example.com")).toHaveLength(5);
  });
});

describe("What a record has", () => {
  it("is required when nothing else fills it, and writable when it may be created and changed", async () => {
    crm.data.fields.Lead.push(describeField("Once__c", "Once", "string", { updateable: false }));
    const fields = await salesforce.fields(await open(), "lead");
    const names = (which: (typeof fields)[number][]) => which.map(({ name }) => name);
    expect(names(fields.filter(({ required }) => required))).toEqual(["LastName", "Company"]);
    expect(names(fields.filter(({ writable }) => !writable))).toEqual([
      "Name",
      "CreatedDate",
      "IsConverted",
      "Once__c",
    ]);
    expect(fields.find(({ name }) => name === "LeadSource")).toMatchObject({
      type: "choice",
      options: expect.arrayContaining([{ value: "Partner Referral", label: "Partner Referral" }]),
    });
  });

  it("is a status for leads and a stage of an opportunity for contacts", async () => {
    const call = await open();
    const [leads] = await salesforce.pipelines(call, "lead");
    const [contacts] = await salesforce.pipelines(call, "contact");
    // a lead with the status of converted ones can no longer be followed
    expect(leads!.stages.filter(({ won }) => won)).toEqual([]);
    expect(contacts!.stages.filter(({ won }) => won)).toMatchObject([{ id: "Closed Won" }]);
    expect([leads!.id, contacts!.id]).toEqual(["", ""]);
  });
});

describe("How many people Salesforce has", () => {
  it("is told of the kind that is asked for, converted leads among them, without one of them", async () => {
    crm.data.leads.push(lead("ada@example.com"), lead("grace@example.com", { IsConverted: true }));
    const call = await open();
    expect(await salesforce.count?.(call, "lead")).toBe(2);
    expect(await salesforce.count?.(call, "contact")).toBe(0);
  });
});

describe("What Salesforce refuses", () => {
  const errors = (errorCode: string) => [{ errorCode, message: "as it says" }];
  it.each([
    [403, errors("API_DISABLED_FOR_ORG"), { code: "scope_missing", scope: "API Enabled" }],
    [403, errors("REQUEST_LIMIT_EXCEEDED"), { code: "limited" }],
    [404, errors("NOT_FOUND"), { code: "not_found" }],
    [401, { error: "invalid_client" }, { code: "wrong_app" }],
  ])("of a token (%i %j) is told apart as with data", async (status, body, code) => {
    const answer = { status, headers: new Headers(), body, text: JSON.stringify(body) };
    const { call } = await makeStage();
    await expect(salesforce.check({ ...call, fetch: async () => answer })).rejects.toMatchObject(code);
  });

  it("is a permission, named, when the session may not use the API", async () => {
    crm.oauth.scope = "refresh_token";
    await expect(salesforce.fields(await open(), "lead")).rejects.toMatchObject({
      code: "scope_missing",
      scope: "api",
    });
  });

  it("is no permission when the calls of the day are used up, though it says 403", async () => {
    const call = await open();
    crm.data.callsLeft = 0;
    await expect(salesforce.pipelines(call, "lead")).rejects.toMatchObject({ code: "limited", status: 403 });
  });

  it("is the session when it has run out", async () => {
    const call = await open();
    crm.oauth.sessions.clear();
    await expect(salesforce.pipelines(call, "lead")).rejects.toMatchObject({ code: "expired" });
    await expect(salesforce.check(call)).rejects.toMatchObject({ code: "expired" });
  });
});

describe("The access", () => {
  it("is renewed, and the refresh token of before is dead afterwards", async () => {
    const grant = await connect();
    const fresh = await salesforce.refresh(app(), fetch, siteOf("production"), grant);
    expect(fresh.refreshToken).not.toBe(grant.refreshToken);
    const again = salesforce.refresh(app(), fetch, siteOf("production"), grant);
    await expect(again).rejects.toMatchObject({ code: "revoked" });
  });

  it("keeps its refresh token where the organisation does not change it", async () => {
    crm.oauth.rotates = false;
    const grant = await connect();
    expect((await salesforce.refresh(app(), fetch, siteOf("production"), grant)).refreshToken).toBe(grant.refreshToken);
  });

  it("is taken back with its sessions, and taking it back twice is no mistake", async () => {
    const call = await open();
    expect(await salesforce.revoke(call.app, fetch, call.site, call.grant)).toBe(true);
    await expect(salesforce.check(call)).rejects.toMatchObject({ code: "expired" });
    expect(await salesforce.revoke(call.app, fetch, call.site, call.grant)).toBe(true);
  });

  it("has the API in it when it is full", async () => {
    crm.oauth.scope = "full offline_access";
    const call = await open();
    expect(call.grant.scopes).toEqual(expect.arrayContaining(["api", "refresh_token"]));
    expect(await salesforce.check(call)).toMatchObject({
      accountId: crm.data.organization.Id,
      scopes: expect.arrayContaining(["api", "refresh_token"]),
    });
  });
});
