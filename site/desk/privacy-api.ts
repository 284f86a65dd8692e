import type { PersonErased, PersonFound, RetentionList } from "#server/features/privacy/privacy.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";

const { privacy } = api.desk;

export const listRetention = async (): Promise<RetentionList> => readAnswer(await privacy.retention.$get());

export const lookUp = async (address: string): Promise<PersonFound> =>
  readAnswer(await privacy.lookup.$post({ json: { address } }));

export const erase = async (address: string, confirm: string): Promise<PersonErased> =>
  readAnswer(await privacy.erase.$post({ json: { address, confirm } }));

/** The address goes in the body: one in a path stands in logs. */
export const exportRequest = (address: string): Request =>
  new Request("/api/desk/privacy/export", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ address }),
  });
