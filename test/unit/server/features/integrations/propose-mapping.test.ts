import { expect, test } from "vitest";
import type { CrmField } from "#server/features/integrations/connector.ts";
import { proposeMapping } from "#server/features/integrations/connections/propose-mapping.ts";
import { crmField } from "#test/support/crm-field.ts";

const propose = (...fields: CrmField[]) => Object.fromEntries(proposeMapping(fields));

test("HubSpot's, Salesforce's and Intercom's own names are known", () => {
  expect(
    propose(crmField("firstname"), crmField("lastname"), crmField("email", { type: "email" }), crmField("phone")),
  ).toEqual({
    firstname: { from: "first_name" },
    lastname: { from: "last_name" },
    email: { from: "email" },
    phone: { from: "phone" },
  });
  expect(propose(crmField("FirstName"), crmField("MobilePhone", { type: "phone" }), crmField("Company"))).toEqual({
    FirstName: { from: "first_name" },
    MobilePhone: { from: "phone" },
    Company: { from: "company" },
  });
});

test("everything that ServiceTitan requires has a proposal", () => {
  const required = [
    crmField("source", { label: "Source" }),
    crmField("name", { label: "Name" }),
    crmField("email", { label: "E-mail", type: "email" }),
    crmField("summary", { label: "Summary" }),
    crmField("isFirstTimeClient", { label: "Is First Time Client", type: "boolean" }),
    crmField("externalId", { label: "External Id" }),
  ];
  expect(propose(...required)).toEqual({
    source: { text: "Referral" },
    name: { from: "full_name" },
    email: { from: "email" },
    summary: { from: "message" },
    isFirstTimeClient: { from: "is_first_time" },
    externalId: { from: "referral_code" },
  });
});

test("a label is enough, and an address goes into a field of that type whatever it is called", () => {
  expect(propose(crmField("cf_12", { label: "Referral link" }), crmField("x", { type: "email" }))).toEqual({
    cf_12: { from: "referral_link" },
    x: { from: "email" },
  });
});

test("nothing is proposed twice, for the wrong type, or where it cannot be written", () => {
  expect(
    propose(
      crmField("email", { type: "email" }),
      crmField("work_email", { type: "email" }),
      crmField("phone", { type: "number" }),
      crmField("company", { writable: false }),
      crmField("summary", { archived: true }),
      crmField("owner", { type: "reference" }),
    ),
  ).toEqual({ email: { from: "email" } });
});

test("a source that is a choice gets the choice that says so, if there is one", () => {
  const choice = (...labels: string[]) =>
    crmField("LeadSource", { type: "choice", options: labels.map((label) => ({ value: label.toUpperCase(), label })) });
  expect(propose(choice("Web", "Referral programme"))).toEqual({ LeadSource: { text: "REFERRAL PROGRAMME" } });
  expect(propose(choice("Web"))).toEqual({});
});
