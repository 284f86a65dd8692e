import type {
  ArticleMarkInput,
  ArticleSuggestions,
  CaseContext,
  CaseEvidence,
  DeskReplyInput,
  NoteInput,
  StaffList,
} from "#server/features/desk/case-content.schema.ts";
import type { WritingInput } from "#server/features/desk/cases.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";

const { cases, staff, suggestions } = api.desk;

/** 409 with `written` when somebody wrote since what was `seen`. */
export const addReply = async (id: string, json: DeskReplyInput): Promise<void> =>
  readAnswer(await cases[":id"].replies.$post({ param: { id }, json }));

export const addNote = async (id: string, json: NoteInput): Promise<void> =>
  readAnswer(await cases[":id"].notes.$post({ param: { id }, json }));

export const tellWriting = async (id: string, json: WritingInput): Promise<void> =>
  readAnswer(await cases[":id"].writing.$put({ param: { id }, json }));

export const readEvidence = async (id: string): Promise<CaseEvidence> =>
  readAnswer(await cases[":id"].evidence.$get({ param: { id } }));

export const readContext = async (id: string): Promise<CaseContext> =>
  readAnswer(await cases[":id"].context.$get({ param: { id } }));

export const markArticle = async (id: string, json: ArticleMarkInput): Promise<void> =>
  readAnswer(await cases[":id"].articles.$put({ param: { id }, json }));

export const findArticlesFor = async (q: string): Promise<ArticleSuggestions> =>
  readAnswer(await suggestions.$get({ query: { q } }));

export const seeMentions = async (id: string): Promise<void> =>
  readAnswer(await cases[":id"].seen.$post({ param: { id } }));

export const listStaff = async (): Promise<StaffList> => readAnswer(await staff.$get());
