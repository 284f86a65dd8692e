import {
  type DescribedField,
  type SalesforceContact,
  type SalesforceLead,
  seedFields,
  seedLeadStatuses,
  seedStages,
} from "./salesforce-records.ts";
import { parseSoql, runSoql } from "./salesforce-soql.ts";

/** One organisation and what it keeps; tests change it as they like. */
export type SalesforceData = {
  organization: { Id: string; Name: string; InstanceName: string; IsSandbox: boolean };
  login: string;
  leads: SalesforceLead[];
  contacts: SalesforceContact[];
  leadStatuses: ReturnType<typeof seedLeadStatuses>;
  stages: ReturnType<typeof seedStages>;
  fields: Record<"Lead" | "Contact", DescribedField[]>;
  /** Records a page. */
  pageSize: number;
  /** Of the organisation's calls today. */
  callsLeft: number;
};

export const seedSalesforce = (own: Partial<SalesforceData> = {}): SalesforceData => ({
  organization: { Id: "00D5g000004XyzAEAS", Name: "Acme", InstanceName: "EU42", IsSandbox: false },
  login: "ada@example.com",
  leads: [],
  contacts: [],
  leadStatuses: seedLeadStatuses(),
  stages: seedStages(),
  fields: seedFields(),
  pageSize: 2000,
  callsLeft: 100_000,
  ...own,
});

export type Answer = { status: number; body: unknown };

/** What is below /services/data/vNN.0, to somebody who is let in. */
export function answerData(data: SalesforceData, path: string, query: URLSearchParams): Answer {
  if (data.callsLeft <= 0) return sayError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  // what the organisation counts
  Object.assign(data, { callsLeft: data.callsLeft - 1 });
  const describe = /^\/sobjects\/(\w+)\/describe$/.exec(path);
  if (describe) return answerDescribe(data, describe[1] ?? "");
  if (path === "/query") return answerQuery(data, query.get("q") ?? "", 0);
  // the locator says which query goes on, and where
  const more = /^\/query\/([\w-]+)-(\d+)$/.exec(path);
  if (more) return answerQuery(data, Buffer.from(more[1] ?? "", "base64url").toString(), Number(more[2]));
  return sayError(404, "NOT_FOUND", "The requested resource does not exist");
}

export const sayError = (status: number, errorCode: string, message: string): Answer => ({
  status,
  body: [{ message, errorCode }],
});

function answerDescribe(data: SalesforceData, object: string): Answer {
  if (object !== "Lead" && object !== "Contact")
    return sayError(404, "NOT_FOUND", "The requested resource does not exist");
  return { status: 200, body: { name: object, label: object, createable: true, fields: data.fields[object] } };
}

function answerQuery(data: SalesforceData, text: string, from: number): Answer {
  const soql = parseSoql(text);
  if (!soql) return sayError(400, "MALFORMED_QUERY", `unexpected token: '${text.slice(0, 40)}'`);
  const kept = new Map<string, Record<string, unknown>[]>([
    ["Organization", [data.organization]],
    ["Lead", data.leads],
    ["Contact", data.contacts],
    ["LeadStatus", data.leadStatuses],
    ["OpportunityStage", data.stages],
  ]).get(soql.object);
  if (!kept) return sayError(400, "INVALID_TYPE", `sObject type '${soql.object}' is not supported.`);
  const found = runSoql(soql, kept);
  // the number alone: no record comes along
  if (soql.counts) return { status: 200, body: { totalSize: found.length, done: true, records: [] } };
  const next = from + data.pageSize;
  const done = next >= found.length;
  const locator = `${Buffer.from(text).toString("base64url")}-${next}`;
  return {
    status: 200,
    body: {
      totalSize: found.length,
      done,
      ...(done ? {} : { nextRecordsUrl: `/services/data/v66.0/query/${locator}` }),
      records: found.slice(from, next),
    },
  };
}
