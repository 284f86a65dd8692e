import type {
  CaseChange,
  CaseChanged,
  CaseChangesMade,
  CaseQuery,
  NamedChange,
  TagList,
} from "#server/features/desk/cases.schema.ts";
import type { CaseList } from "#server/features/desk/desk.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";

const { desk } = api;

export const listCases = async (query: CaseQuery): Promise<CaseList> => readAnswer(await desk.cases.$get({ query }));

/** 409 with a `conflict` when somebody else changed the case since its version. */
export const patchCase = async (id: string, json: CaseChange): Promise<CaseChanged> =>
  readAnswer(await desk.cases[":id"].$patch({ param: { id }, json }));

export const patchCases = async (changes: NamedChange[]): Promise<CaseChangesMade> =>
  readAnswer(await desk["case-changes"].$post({ json: { changes } }));

export const listTags = async (): Promise<TagList> => readAnswer(await desk.tags.$get());
