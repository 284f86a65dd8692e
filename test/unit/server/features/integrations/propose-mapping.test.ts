import { expect, test } from "vitest";
import type { CrmField } from "#server/features/integrations/connector.ts";
import { proposeMapping } from "#server/features/integrations/connections/propose-mapping.ts";

const field = (name: string, change: Partial<CrmField> = {}): CrmField => ({
  name,
  label: name,
  type: "text",
  required: false,
  writable: true,
  archived: false,
  options: [],
  ...change,
});
const propose = (...fields: CrmField[]) => Object.fromEntries(proposeMapping(fields));

test("HubSpot's, Salesforce's and Intercom's own names are known", () => {
  expect(propose(field("firstname"), field("lastname"), field("email", { type: "email" }), field("phone"))).toEqual({
    firstname: { from: "first_name" },
    lastname: { from: "last_name" },
    email: { from: "email" },
    phone: { from: "phone" },
  });
  expect(propose(field("FirstName"), field("MobilePhone", { type: "phone" }), field("Company"))).toEqual({
    FirstName: { from: "first_name" },
    MobilePhone: { from: "phone" },
    Company: { from: "company" },
  });
});

test("everything that ServiceTitan requires has a proposal", () => {
  const required = [
    field("source", { label: "Source" }),
    field("name", { label: "Name" }),
    field("email", { label: "E-mail", type: "email" }),
    field("summary", { label: "Summary" }),
    field("isFirstTimeClient", { label: "Is First Time Client", type: "boolean" }),
    field("externalId", { label: "External Id" }),
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
  expect(propose(field("cf_12", { label: "Referral link" }), field("x", { type: "email" }))).toEqual({
    cf_12: { from: "referral_link" },
    x: { from: "email" },
  });
});

test("nothing is proposed twice, for the wrong type, or where it cannot be written", () => {
  expect(
    propose(
      field("email", { type: "email" }),
      field("work_email", { type: "email" }),
      field("phone", { type: "number" }),
      field("company", { writable: false }),
      field("summary", { archived: true }),
      field("owner", { type: "reference" }),
    ),
  ).toEqual({ email: { from: "email" } });
});

test("a source that is a choice gets the choice that says so, if there is one", () => {
  const choice = (...labels: string[]) =>
    field("LeadSource", { type: "choice", options: labels.map((label) => ({ value: label.toUpperCase(), label })) });
  expect(propose(choice("Web", "Referral programme"))).toEqual({ LeadSource: { text: "REFERRAL PROGRAMME" } });
  expect(propose(choice("Web"))).toEqual({});
});
