import type { InferRequestType } from "hono/client";
import type { GapChange, GapDetail, GapList, GapMerge, GapSplit } from "#server/features/gaps/gaps.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";

const { gaps } = api.desk;

export type GapFilter = InferRequestType<typeof gaps.$get>["query"];

export const listGaps = async (query: GapFilter): Promise<GapList> => readAnswer(await gaps.$get({ query }));

export const readGap = async (id: string): Promise<GapDetail> => readAnswer(await gaps[":id"].$get({ param: { id } }));

/** 409 when somebody else changed the gap since `version`; the same for the next two. */
export const changeGap = async (id: string, json: GapChange): Promise<void> =>
  readAnswer(await gaps[":id"].$patch({ param: { id }, json }));

export const mergeGaps = async (id: string, json: GapMerge): Promise<void> =>
  readAnswer(await gaps[":id"].merge.$post({ param: { id }, json }));

export const splitPhrase = async (id: string, json: GapSplit): Promise<{ id: string }> =>
  readAnswer(await gaps[":id"].split.$post({ param: { id }, json }));

/** Where the draft of an article is downloaded from. */
export const draftOf = (id: string): string => `/api/desk/gaps/${encodeURIComponent(id)}/draft`;
