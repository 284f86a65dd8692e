import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Call, Site } from "#server/features/integrations/connector.ts";
import { intercom } from "#server/features/integrations/connectors/intercom/intercom.connector.ts";
import { openVendorFetch } from "#server/features/integrations/open-vendor-fetch.ts";
import { describeAttribute, makePerson } from "../../fakes/crm/intercom-records.ts";
import { startIntercom } from "../../fakes/crm/intercom.ts";
import { signIn } from "./sign-in.ts";
import { connectorSuite, type Stage } from "./suite.ts";

type Crm = Awaited<ReturnType<typeof startIntercom>>;
const fetch = openVendorFetch();

async function open(crm: Crm, region = "us"): Promise<Call> {
  const app = { clientId: crm.clientId, clientSecret: crm.clientSecret, appKey: "" };
  const site: Site = { id: region, title: region, apiBase: crm.url, authBase: crm.url };
  return { app, site, fetch, grant: await signIn(intercom, app, site) };
}

async function makeStage(): Promise<Stage> {
  const emulator = await startIntercom();
  const call = await open(emulator);
  return {
    emulator,
    call,
    secrets: [call.grant.accessToken, emulator.clientSecret],
    addPerson: (email) => void emulator.data.contacts.push(makePerson(email)),
    takePermission: () => {
      emulator.data.permissions = [];
      return "Read and list users and companies";
    },
    expire: null,
    takeAway: () => emulator.tokens.clear(),
  };
}

connectorSuite("Intercom", makeStage, intercom);

let crm: Crm;
beforeEach(async () => {
  crm = await startIntercom();
});
afterEach(() => crm.close());

describe("Intercom's access", () => {
  it("has no end, no scopes of its own, and is the same after it was renewed", async () => {
    const { app, site, grant } = await open(crm);
    expect(grant).toMatchObject({ refreshToken: null, expiresAt: null, scopes: null });
    expect(await intercom.refresh(app, fetch, site, grant)).toEqual(grant);
  });

  it("is asked for without scopes: the app has them", async () => {
    const { app, site } = await open(crm);
    const url = intercom.begin(app, { site, redirectUri: "https://hub.example.com/back", state: "s", challenge: "c" });
    expect(url?.pathname).toBe("/oauth");
    expect(url?.searchParams.has("scope")).toBe(false);
  });

  it("is taken when Intercom calls the token by its older name", async () => {
    const { app, site } = await open(crm);
    const older = { status: 200, headers: new Headers(), body: { token: "dG9rOolder" }, text: "" };
    const grant = await intercom.finish(app, async () => older, {
      kind: "callback",
      site,
      callbackUrl: new URL("https://hub.example.com/back?code=c&state=s"),
      redirectUri: "https://hub.example.com/back",
      state: "s",
      verifier: "v".repeat(43),
    });
    expect(grant.accessToken).toBe("dG9rOolder");
  });

  it("cannot be taken back from here", async () => {
    const { app, site, grant } = await open(crm);
    expect(await intercom.revoke(app, fetch, site, grant)).toBe(false);
  });
});

describe("What Intercom has", () => {
  it.each([
    ["us", "https://app.intercom.com/a/apps/abc123xy"],
    ["eu", "https://app.eu.intercom.com/a/apps/abc123xy"],
    ["au", "https://app.au.intercom.com/a/apps/abc123xy"],
  ])("is a workspace in the region %s", async (region, url) => {
    const name = region.toUpperCase();
    crm.data.workspace.region = name;
    const detail = `${name} · ada@example.com`;
    expect(await intercom.account(await open(crm, region))).toEqual({ id: "abc123xy", name: "Acme", detail, url });
  });

  it("is another account when the workspace is in another region", async () => {
    crm.data.workspace.region = "EU";
    await expect(intercom.account(await open(crm))).rejects.toMatchObject({
      code: "wrong_account",
      seen: expect.stringContaining("Choose EU"),
    });
  });

  it("is an attribute with fixed values in place of a pipeline", async () => {
    crm.data.attributes.push(
      describeAttribute("custom_attributes.old", "Old", { archived: true, options: [{ value: "a" }] }),
      describeAttribute("custom_attributes.told", "Told", { api_writable: false, options: [{ value: "a" }] }),
    );
    const pipelines = await intercom.pipelines(await open(crm), "contact");
    expect(pipelines.map(({ id, active, stages }) => [id, active, stages.map((stage) => stage.id)])).toEqual([
      ["unsubscribed_from_emails", true, ["true", "false"]],
      ["custom_attributes.referral_stage", true, ["New", "Talking", "Won", "Lost"]],
      ["custom_attributes.old", false, ["a"]],
    ]);
  });

  it("is a field by its full name", async () => {
    const fields = await intercom.fields(await open(crm), "contact");
    expect(fields.find(({ name }) => name === "custom_attributes.referral_code")).toMatchObject({
      label: "Referral code",
      type: "text",
      writable: true,
    });
    expect(fields.find(({ name }) => name === "created_at")).toMatchObject({ type: "date", writable: false });
  });

  it("is a person with a link, the user before the lead", async () => {
    const lead = makePerson("ada@example.com", { role: "lead", created_at: 1 });
    const user = makePerson("ada@example.com");
    crm.data.contacts.push(lead, user);
    const found = await intercom.findContact(await open(crm), "ada@example.com");
    expect(found.map(({ id }) => id)).toEqual([user.id, lead.id]);
    expect(found[1]).toMatchObject({
      url: `https://app.intercom.com/a/apps/abc123xy/users/${lead.id}`,
      createdAt: "1970-01-01T00:00:01.000Z",
    });
  });
});

describe("How many people Intercom has", () => {
  it("is users and leads together, and takes the permission to list them", async () => {
    crm.data.contacts.push(makePerson("ada@example.com"), makePerson("grace@example.com", { role: "lead" }));
    const call = await open(crm);
    expect(await intercom.count?.(call, "contact")).toBe(2);
    crm.data.permissions = ["Read admins"];
    const scope = "Read and list users and companies";
    await expect(intercom.count?.(call, "contact")).rejects.toMatchObject({ code: "scope_missing", scope });
  });
});

describe("What Intercom refuses", () => {
  it("is a permission that the path takes, where it names none", async () => {
    const body = { errors: [{ code: "forbidden", message: "Not allowed" }] };
    const forbidden = { status: 403, headers: new Headers(), body, text: "" };
    const refusing: Call = { ...(await open(crm)), fetch: async () => forbidden };
    await expect(intercom.fields(refusing, "contact")).rejects.toMatchObject({
      code: "scope_missing",
      scope: "Read and list users and companies",
    });
  });

  it("is a call too many, and says when to come again", async () => {
    const call = await open(crm);
    crm.data.callsLeft = 0;
    await expect(intercom.pipelines(call, "contact")).rejects.toMatchObject({ code: "limited", retryAfter: 7 });
  });
});
