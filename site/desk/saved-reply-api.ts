import type {
  SavedReply,
  SavedReplyChange,
  SavedReplyInput,
  SavedReplyList,
} from "#server/features/desk/saved-replies.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";
import { loaded } from "./loaded.ts";

const saved = api.desk["saved-replies"];

export const listSavedReplies = async (): Promise<SavedReplyList> => readAnswer(await saved.$get());

/** 400 for a variable that stands for nothing; 409 when one has this title. */
export const createSavedReply = async (json: SavedReplyInput): Promise<SavedReply> =>
  readAnswer(await saved.$post({ json }));

/** 409 with `theirs` when a colleague changed it since. */
export const changeSavedReply = async (id: string, json: SavedReplyChange): Promise<SavedReply> =>
  readAnswer(await saved[":id"].$put({ param: { id }, json }));

export const deleteSavedReply = async (id: string, version: number): Promise<void> =>
  readAnswer(await saved[":id"].$delete({ param: { id }, query: { version: String(version) } }));

export const savedReplies = loaded(listSavedReplies);
