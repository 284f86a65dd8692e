/** What articles are about, as hub.yaml has it. */
import { z } from "zod";
import { Slug } from "./values.ts";

export const haveOwnIds = (some: { id: string }[]): boolean => new Set(some.map(({ id }) => id)).size === some.length;

/** A part of a topic that has more articles than one list should. */
const TopicGroup = z.strictObject({ id: Slug, title: z.string().min(1) });

export const Topic = z.strictObject({
  id: Slug,
  title: z.string().min(1),
  summary: z.string().min(1),
  groups: z.array(TopicGroup).refine(haveOwnIds, "names a group's id twice").optional(),
});
export type Topic = z.infer<typeof Topic>;

/** A topic in another language; `groups` has their titles by id. */
export const TopicTexts = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  groups: z.record(Slug, z.string().min(1)).optional(),
});
export type TopicTexts = z.infer<typeof TopicTexts>;
