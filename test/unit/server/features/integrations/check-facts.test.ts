import { describe, expect, it } from "vitest";
import { loadSpeech } from "#content/translations.ts";
import { speakIn } from "#content/words.ts";
import { FAULT_CODES } from "#server/features/integrations/integrations.values.ts";
import type { Connector } from "#server/features/integrations/connector.ts";
import { sumUp } from "#server/features/integrations/checks/sum-up.ts";
import { check, connector, definition, fault, pipelines, settings, subject } from "#test/support/checked.ts";
import { crmField } from "#test/support/crm-field.ts";

const UNTOLD = ["limited", "vendor_down", "timeout", "unreachable", "unreadable"];
const SHUT_OUT = ["wrong_key", "wrong_app", "expired", "revoked", "wrong_account"];
const refusing = (code: (typeof FAULT_CODES)[number], scope?: string): Partial<Connector> => {
  const refuse = () => Promise.reject(fault(code, "as the vendor said", { scope }));
  return { check: refuse, account: refuse, pipelines: refuse, fields: refuse };
};

it("a connection in order has every fact once, and all are fine", async () => {
  const { findings } = await check();
  const facts = findings.map(({ fact }) => fact);
  expect(new Set(facts)).toEqual(
    new Set(
      "operator saved vendor webhook object:leads existing:leads token account pipeline:leads stage:leads field:leads:email field:leads:source required:leads qualify scopes".split(
        " ",
      ),
    ),
  );
  expect(facts).toHaveLength(new Set(facts).size);
  expect(sumUp(findings)).toBe("ok");
});

it.each<[string, Partial<Connector>]>([
  ["a connection in order", {}],
  ["what a CRM refused", refusing("revoked")],
])("%s is told in German sentences where German is spoken, fact by fact", async (_which, change) => {
  const { findings } = await check({ connector: change });
  const german = await speakIn(loadSpeech({ own: "content", shipped: "content" }, "de"), () =>
    check({ connector: change }),
  );
  expect(german.findings.map(({ fact, code }) => [fact, code])).toEqual(findings.map(({ fact, code }) => [fact, code]));
  const same = german.findings.filter(({ seen }, at) => seen === findings[at]?.seen).map(({ fact }) => fact);
  // what the CRM calls things is said as it says it
  expect(same.filter((fact) => !/^(account|object|pipeline|stage)/.test(fact))).toEqual([]);
});

describe("access", () => {
  it.each(SHUT_OUT)("%s is one failure, and everything behind it could not be looked at", async (code) => {
    const { findings, of } = await check({ connector: refusing(code as "expired") });
    expect(findings.filter(({ state }) => state === "failed").map(({ fact }) => fact)).toEqual(["token"]);
    expect(of("token")).toMatchObject({ code });
    for (const fact of ["scopes", "account", "stage:leads", "field:leads:email", "required:leads", "qualify"])
      expect(of(fact)).toMatchObject({ state: "unknown", code: "not_looked_at" });
  });

  it("a grant that cannot be renewed is the same, and the CRM is not asked", async () => {
    const asked: string[] = [];
    const open = () => Promise.reject(fault("revoked", "invalid_grant"));
    const { of } = await check({
      open,
      connector: { account: async (...args) => (asked.push("account"), connector.account(...args)) },
    });
    expect(of("token")).toMatchObject({ state: "failed", code: "revoked" });
    expect(asked).toEqual([]);
  });

  it.each(UNTOLD)("%s leaves everything unknown, under its own code", async (code) => {
    const { findings, of } = await check({ connector: refusing(code as "timeout") });
    expect(findings.filter(({ state }) => state === "failed")).toEqual([]);
    for (const fact of ["token", "account", "stage:leads", "qualify"])
      expect(of(fact)).toMatchObject({ state: "unknown", code });
    expect(sumUp(findings)).toBe("unknown");
  });

  it("every fault has a sentence of its own, and something to do", async () => {
    const said = await Promise.all(
      FAULT_CODES.map(async (code) =>
        (await check({ connector: refusing(code, "deals.read") })).of(code === "scope_missing" ? "scopes" : "token"),
      ),
    );
    expect(new Set(said.map((finding) => finding?.seen)).size).toBe(FAULT_CODES.length);
    expect(said.every((finding) => finding?.todo)).toBe(true);
  });

  it("a missing permission is named, and is never a wrong key", async () => {
    const { findings, of } = await check({
      connector: { pipelines: () => Promise.reject(fault("scope_missing", "403", { scope: "deals.read" })) },
    });
    expect(of("token")).toMatchObject({ state: "ok" });
    expect(of("scopes")).toMatchObject({ state: "failed", code: "scope_missing", seen: "Missing: deals.read." });
    expect(of("stage:leads")).toMatchObject({ state: "unknown", code: "not_looked_at" });
    expect(JSON.stringify(findings)).not.toMatch(/wrong_key|invalid|keys/i);
  });

  it("a permission that the vendor does not list as granted is named before anything is refused", async () => {
    const listed = async () => ({ accountId: "acc-1", scopes: ["contacts.read"], expiresAt: null });
    expect((await check({ connector: { check: listed } })).of("scopes")).toMatchObject({
      seen: "Missing: deals.read.",
    });
    const unlisted = async () => ({ accountId: "acc-1", scopes: null, expiresAt: null });
    expect((await check({ connector: { check: unlisted } })).of("scopes")).toMatchObject({ state: "ok" });
  });

  it("another account than the one that was connected is said by both names", async () => {
    const account = async () => ({ id: "acc-2", name: "Globex", detail: null, url: null });
    const { of } = await check({ connector: { account } });
    expect(of("account")).toMatchObject({ code: "wrong_account", seen: "Connected was “Acme”. Now it is “Globex”." });
  });

  it.each([
    [{ hasApp: false }, "operator", "operator_missing"],
    [{ state: "new" as const }, "token", "not_connected"],
    [{ state: "waiting" as const }, "token", "not_connected"],
  ])("without an app or a sign-in nothing is asked: %j", async (change, fact, code) => {
    const open = () => Promise.reject(new Error("was asked"));
    const { findings, of, mistakes } = await check({ subject: change, open });
    expect(of(fact)).toMatchObject({ state: "failed", code });
    expect(findings.filter(({ state }) => state === "failed")).toHaveLength(1);
    expect(mistakes).toEqual([]);
  });
});

describe("where people go", () => {
  it.each([
    ["pipeline:leads", { pipeline: "gone" }, "pipeline_gone"],
    ["pipeline:leads", { pipeline: "past", stage: "then" }, "pipeline_archived"],
    ["pipeline:leads", { pipeline: null }, "pipeline_missing"],
    ["stage:leads", { stage: "gone" }, "stage_gone"],
    ["stage:leads", { stage: "old" }, "stage_archived"],
    ["stage:leads", { stage: null }, "stage_missing"],
    ["object:leads", { object: "company" }, "object_gone"],
    ["object:leads", { object: null }, "object_missing"],
    ["existing:leads", { existing: "duplicate" as const }, "existing_refused"],
    ["existing:leads", { existing: null }, "existing_missing"],
  ])("%s %j is %s", async (fact, leads, code) => {
    expect((await check({ leads })).of(fact)).toMatchObject({ state: "failed", code });
  });

  it("“Do nothing” is a warning that says what it means for referrals", async () => {
    const { of, findings } = await check({ leads: { existing: "skip" } });
    expect(of("existing:leads")).toMatchObject({ state: "warning", code: "existing_skip" });
    expect(of("existing:leads")?.seen).toContain("their referrals never qualify through HubSpot");
    expect(sumUp(findings)).toBe("warning");
  });

  it("a CRM without pipelines is not asked for one", async () => {
    const words = { pipeline: null, stage: "Lead status", standsIn: "…" };
    const stages = pipelines[0]?.stages ?? [];
    const { findings } = await check({
      subject: {
        definition: { ...definition, words },
        settings: {
          ...settings,
          leads: { ...settings.leads, pipeline: null },
          qualify: { pipeline: "", stage: "won" },
        },
      },
      connector: { pipelines: async () => [{ id: "", label: "", active: true, stages }] },
    });
    expect(findings.filter(({ state }) => state !== "ok")).toEqual([]);
    expect(findings.map(({ fact }) => fact)).not.toContain("pipeline:leads");
  });

  it("a half that is off has no facts", async () => {
    const { findings } = await check();
    expect(findings.filter(({ fact }) => fact.includes("referrers"))).toEqual([]);
  });
});

describe("what is mapped", () => {
  const email = crmField("email", { type: "email" });
  it.each([
    ["field_gone", []],
    ["field_archived", [crmField("source", { archived: true })]],
    ["field_read_only", [crmField("source", { writable: false })]],
    ["field_wrong_type", [crmField("source", { type: "number" })]],
    ["field_wrong_type", [crmField("source", { type: "choice", options: [{ value: "Web", label: "Web" }] })]],
  ])("a field is %s", async (code, fields) => {
    const { of } = await check({ connector: { fields: async () => [email, ...fields] } });
    expect(of("field:leads:source")).toMatchObject({ state: "failed", code });
    expect(of("field:leads:email")).toMatchObject({ state: "ok" });
  });

  it("what the product gives must fit the field", async () => {
    const fields = async () => [crmField("email", { type: "date" }), crmField("source")];
    expect((await check({ connector: { fields } })).of("field:leads:email")).toMatchObject({
      code: "field_wrong_type",
      seen: "It takes a date, and would get the e-mail address.",
    });
  });

  it("what the CRM requires and nothing is mapped to is named; what is archived is not required", async () => {
    const required = { required: true };
    const fields = async () => [
      email,
      crmField("source"),
      crmField("LastName", { ...required, label: "Last Name" }),
      crmField("Old", { ...required, archived: true }),
    ];
    expect((await check({ connector: { fields } })).of("required:leads")).toMatchObject({
      state: "failed",
      code: "required_unmapped",
      seen: "Not mapped: Last Name.",
    });
  });

  it("without the e-mail address nobody is recognised", async () => {
    const { of } = await check({
      leads: { mapping: [{ field: "source", value: { text: "Referral" } }] },
      connector: { fields: async () => [crmField("email"), crmField("source")] },
    });
    expect(of("required:leads")?.seen).toBe("Not mapped: e-mail address.");
  });
});

describe("what qualifies", () => {
  it.each([
    [null, "warning", "qualify_missing"],
    [{ pipeline: "sales", stage: "gone" }, "failed", "qualify_gone"],
    [{ pipeline: "sales", stage: "old" }, "failed", "qualify_archived"],
    [{ pipeline: "past", stage: "then" }, "failed", "qualify_archived"],
  ])("%j is %s, %s", async (qualify, state, code) => {
    const { of } = await check({ subject: { settings: { ...settings, qualify } } });
    expect(of("qualify")).toMatchObject({ state, code });
  });

  it("a stage in another pipeline than the leads' is a warning", async () => {
    const other = {
      id: "care",
      label: "Care",
      active: true,
      stages: [{ id: "paid", label: "Paid", active: true, won: true }],
    };
    const { of } = await check({
      subject: { settings: { ...settings, qualify: { pipeline: "care", stage: "paid" } } },
      connector: { pipelines: async () => [...pipelines, other] },
    });
    expect(of("qualify")).toMatchObject({ state: "warning", code: "qualify_elsewhere" });
  });

  it("a stage that another kind of record has is found there", async () => {
    const { of } = await check({
      subject: { settings: { ...settings, qualify: { pipeline: "sales", stage: "signed" } } },
      connector: {
        pipelines: async (_call, object) =>
          object === "lead"
            ? [
                {
                  id: "sales",
                  label: "Sales",
                  active: true,
                  stages: [{ id: "signed", label: "Signed", active: true, won: true }],
                },
              ]
            : pipelines,
      },
    });
    expect(of("qualify")).toMatchObject({ state: "ok" });
  });
});

describe("around the CRM", () => {
  const at = new Date("2026-11-25T10:00:00Z");
  it.each([
    ["saved", { saved: "never" as const, webhook: null }, "warning", "not_saved"],
    ["saved", { saved: "changed" as const }, "warning", "not_saved_since"],
    ["saved", { settings: { ...settings, leads: { ...settings.leads, on: false } } }, "warning", "all_off"],
    ["vendor", { vendor: { state: "down" as const, seenAt: at.toISOString() } }, "warning", "vendor_down"],
    ["vendor", { vendor: { state: "degraded" as const, seenAt: at.toISOString() } }, "warning", "vendor_degraded"],
    ["vendor", { vendor: null }, "unknown", "vendor_unknown"],
    ["webhook", { webhook: { state: "waiting" as const, at } }, "warning", "webhook_waiting"],
    ["webhook", { webhook: { state: "dead" as const, at } }, "failed", "webhook_dead"],
    ["webhook", { webhook: null }, "warning", "webhook_never"],
    ["webhook", { webhook: "off" as const }, "ok", "webhook_none"],
  ])("%s %j is %s, %s", async (fact, change, state, code) => {
    expect((await check({ subject: change })).of(fact)).toMatchObject({ state, code });
  });

  it("a status page that cannot be read leaves a connection as good as it is", async () => {
    expect(sumUp((await check({ subject: { ...subject, vendor: null } })).findings)).toBe("ok");
  });
});
