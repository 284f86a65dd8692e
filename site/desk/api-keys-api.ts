import type { ApiKeyInput, ApiKeys, NewApiKey } from "#server/auth/api-keys.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";
import { loaded } from "./loaded.ts";

const keys = api.desk["api-keys"];

const listApiKeys = async (): Promise<ApiKeys> => readAnswer(await keys.$get());
export const apiKeys = loaded(listApiKeys);

/** The only time that the key is told. */
export const makeApiKey = async (json: ApiKeyInput): Promise<NewApiKey> => readAnswer(await keys.$post({ json }));

export const revokeApiKey = async (id: string): Promise<void> =>
  readAnswer(await keys[":id"].$delete({ param: { id } }));
