import { describe, expect, it } from "vitest";
import type { CrmField, FoundRecord } from "#server/features/integrations/connector.ts";
import type { HalfSettings } from "#server/features/integrations/integrations.schema.ts";
import { FAULT_CODES } from "#server/features/integrations/integrations.values.ts";
import type { Subject } from "#server/features/integrations/checks/subject.ts";
import { traceContact } from "#server/features/integrations/trace/trace-contact.ts";
import { fault, settings, subject } from "#test/support/checked.ts";
import { crmField } from "#test/support/crm-field.ts";

const EMAIL = "ada@example.com";
const fields = [crmField("email", { type: "email" }), crmField("source")];
const record = (change: Partial<FoundRecord> = {}): FoundRecord => ({
  object: "contact",
  id: "501",
  name: "Ada",
  url: "https://crm.example/501",
  stage: null,
  createdAt: "2026-03-03T08:00:00Z",
  converted: null,
  ...change,
});
const converted = record({
  object: "lead",
  id: "00Q1",
  converted: { at: "2026-03-03T08:00:00Z", contactId: "0031", accountId: "0011" },
});

type Instead = {
  subject?: Partial<Subject>;
  leads?: Partial<HalfSettings>;
  found?: FoundRecord[];
  fields?: CrmField[];
};
const trace = (instead: Instead = {}) =>
  traceContact({
    subject: {
      ...subject,
      settings: { ...settings, leads: { ...settings.leads, ...instead.leads } },
      ...instead.subject,
    },
    input: { email: EMAIL, as: "lead" },
    found: { value: instead.found ?? [], fault: null },
    fields: { value: instead.fields ?? fields, fault: null },
  });

describe("what a sync would do", () => {
  it.each([
    ["somebody new is created", {}, "create", "create_new"],
    ["somebody known is updated", { found: [record()] }, "update", "update_existing"],
    ["somebody known is skipped", { found: [record()], leads: { existing: "skip" } }, "skip", "skip_existing"],
    [
      "somebody known gets a second record",
      { found: [record({ object: "lead" })], leads: { object: "lead", existing: "duplicate" } },
      "create",
      "create_second",
    ],
    [
      "a second record is refused",
      { found: [record()], leads: { existing: "duplicate" } },
      "probably_fails",
      "duplicate_refused",
    ],
    ["nothing says what to do", { found: [record()], leads: { existing: null } }, "probably_fails", "existing_missing"],
    [
      "a converted lead refuses",
      { found: [converted, record()], leads: { object: "lead" } },
      "probably_fails",
      "converted_lead",
    ],
    [
      "a converted lead would be skipped",
      { found: [converted], leads: { object: "lead", existing: "skip" } },
      "skip",
      "skip_existing",
    ],
    [
      "beside a converted lead, a second record is made",
      { found: [converted], leads: { object: "lead", existing: "duplicate" } },
      "create",
      "create_second",
    ],
    ["beside a converted lead, the contact is updated", { found: [converted, record()] }, "update", "update_existing"],
    ["beside a converted lead, a new contact is made", { found: [converted] }, "create", "create_new"],
    [
      "the mapping is incomplete",
      { fields: [...fields, crmField("LastName", { required: true })] },
      "probably_fails",
      "mapping_incomplete",
    ],
    [
      "who is skipped needs no mapping",
      { found: [record()], fields: [crmField("x", { required: true })], leads: { existing: "skip" } },
      "skip",
      "skip_existing",
    ],
    ["the half is off", { leads: { on: false } }, "skip", "half_off"],
    ["never saved", { subject: { saved: "never" } }, "skip", "not_saved"],
    ["never connected", { subject: { state: "new" } }, "skip", "not_connected"],
    ["thrown out", { subject: { state: "reconnect" } }, "skip", "revoked"],
    ["no app", { subject: { hasApp: false } }, "skip", "operator_missing"],
  ] satisfies [string, Instead, string, string][])("%s", (_name, instead, outcome, code) => {
    expect(trace(instead)).toMatchObject({ outcome, code });
  });

  it("where a CRM looks for nobody, each referral is a record of its own", () => {
    const objects = [{ id: "booking", title: "Booking", policies: [] }] as const;
    const definition = { ...subject.definition, objects };
    const traced = trace({
      subject: { definition, settings: { ...settings, leads: { ...settings.leads, object: "booking" } } },
      found: [record({ object: "booking" })],
    });
    expect(traced).toMatchObject({ outcome: "create", says: "A new booking is made in HubSpot." });
    expect(JSON.stringify(traced.facts)).not.toContain("the one that a sync takes");
    const unasked = traceContact({
      subject: { ...subject, definition, settings: { ...settings, leads: { ...settings.leads, object: "booking" } } },
      input: { email: EMAIL, as: "lead" },
      found: { value: null, fault: fault("scope_missing", "403", { scope: "contacts" }) },
      fields: { value: fields, fault: null },
    });
    expect(unasked).toMatchObject({ outcome: "create", code: "create_new" });
    expect(JSON.stringify(unasked.facts)).toContain("The permission “contacts” is missing");
    expect(JSON.stringify(unasked.facts)).not.toContain("does not know");
  });

  it.each(FAULT_CODES)("when the CRM does not tell (%s), it is unknown, in words", (code) => {
    const found = { value: null, fault: fault(code, "as it said") };
    const traced = traceContact({ subject, input: { email: EMAIL, as: "lead" }, found, fields: null });
    expect(traced).toMatchObject({ outcome: "unknown", code });
    expect(traced.says).toMatch(/^HubSpot could not be asked about this person\. ./);
    expect(traced.todo).toBeTruthy();
  });
});

describe("why", () => {
  it("a skip names the setting, the record, and that it never qualifies", () => {
    const { says, facts, explained } = trace({ found: [record()], leads: { existing: "skip" } });
    expect(says).toContain("will never qualify through HubSpot");
    expect(explained).toBe("doNothing");
    expect(facts).toEqual([
      { title: "Leads", detail: "On. Each becomes a contact.", kind: "setting", url: "/setup/hubspot/" },
      { title: "Leads: existing contacts", detail: "Do nothing.", kind: "setting", url: "/setup/hubspot/" },
      { title: "Looked for ada@example.com", detail: "HubSpot has one record.", kind: "vendor", url: null },
      {
        title: "Contact 501",
        detail: "Ada, since 3 March 2026, the one that a sync takes.",
        kind: "record",
        url: "https://crm.example/501",
      },
    ]);
  });

  it("a converted lead says the error, the day and the contact it became, and what prevents the next", () => {
    const { says, todo, facts } = trace({ found: [converted], leads: { object: "lead" } });
    expect(says).toContain(
      "“cannot reference converted lead”: the lead was converted on 3 March 2026, and became the contact 0031",
    );
    expect(todo).toContain("create contacts instead of leads");
    expect(facts.at(-1)?.detail).toBe("Converted on 3 March 2026. It became the contact 0031.");
  });

  it("what a person is called in the CRM stays text, whatever it is", () => {
    const { facts } = trace({ found: [record({ name: "<b>Ada</b>" })] });
    expect(facts.at(-1)?.detail).toContain("<b>Ada</b>");
  });
});
