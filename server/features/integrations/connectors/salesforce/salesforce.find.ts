import { z } from "zod";
import type { Call, FoundRecord } from "../../connector.ts";
import { apiBase, query, queryCount, quoteSoql } from "./salesforce.request.ts";

const Person = z.object({ Id: z.string(), Name: z.string().nullable(), CreatedDate: z.string() });
const Lead = Person.extend({
  Status: z.string().nullable(),
  IsConverted: z.boolean(),
  ConvertedContactId: z.string().nullable(),
  ConvertedAccountId: z.string().nullable(),
  ConvertedDate: z.string().nullable(),
});

/** Leads first, those that can still be changed before the converted ones; then contacts. */
export async function findPeople(call: Call, email: string): Promise<FoundRecord[]> {
  const where = `WHERE Email = ${quoteSoql(email)}`;
  const [leads, contacts] = await Promise.all([
    query(
      call,
      Lead,
      `SELECT Id,Name,Status,CreatedDate,IsConverted,ConvertedContactId,ConvertedAccountId,ConvertedDate FROM Lead ${where} ORDER BY IsConverted,CreatedDate`,
    ),
    query(call, Person, `SELECT Id,Name,CreatedDate FROM Contact ${where} ORDER BY CreatedDate`),
  ]);
  const describe = (object: string, person: z.infer<typeof Person>) => ({
    object,
    id: person.Id,
    name: person.Name,
    url: `${apiBase(call)}/${person.Id}`,
    createdAt: person.CreatedDate,
  });
  return [
    ...leads.map((lead) => ({
      ...describe("lead", lead),
      stage: lead.Status,
      converted: lead.IsConverted
        ? { at: lead.ConvertedDate, contactId: lead.ConvertedContactId, accountId: lead.ConvertedAccountId }
        : null,
    })),
    ...contacts.map((contact) => ({ ...describe("contact", contact), stage: null, converted: null })),
  ];
}

/** Those that the user sees who let us in; converted leads too, whom the trace finds as well. */
export const countPeople = (call: Call, object: string): Promise<number> =>
  queryCount(call, `SELECT COUNT() FROM ${object === "lead" ? "Lead" : "Contact"}`);
