import { z } from "zod";
import { type Reading, readJson, stateOf, toInstant, toLink, toText, type Trouble } from "./reading.ts";

const Notice = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  subject: z.string(),
  state: z.string(),
  type: z.string().nullish(),
  began_at: z.string().nullish(),
  ended_at: z.string().nullish(),
  url: z.string().nullish(),
  synopsis: z.string().nullish(),
});
const Status = z.object({
  page: z.object({ state: z.string(), notices: z.array(Notice).max(500).nullish() }),
});
/** Notices in these states are going on; "recovering" ones are over for the page's own state. */
const OPEN = ["investigating", "identified", "underway"];

/** A Sorry™ page's `/api/v1/status`; notices are read where it carries them. */
export function parseSorry(body: string): Reading {
  const { page } = readJson(body, Status);
  const notices = page.notices ?? [];
  const open = notices.filter((notice) => OPEN.includes(notice.state) && !notice.ended_at);
  return {
    state: stateOf(page.state),
    incidents: open.map((notice) => ({
      id: notice.id,
      title: toText(notice.subject, 200) ?? notice.id,
      state: notice.state,
      startedAt: toInstant(notice.began_at),
      url: toLink(notice.url),
      update: toText(notice.synopsis, 400),
    })),
    past: notices.flatMap(toTroubles),
  };
}

/** A notice is planned or unplanned. One that is over without a time that it ended says only when it began. */
function toTroubles({ type, state, began_at: began, ended_at: ended }: z.infer<typeof Notice>): Trouble[] {
  const from = toInstant(began);
  if (!from || (type !== "planned" && type !== "unplanned")) return [];
  const to = toInstant(ended) ?? (OPEN.includes(state) ? null : from);
  return [{ state: type === "planned" ? "maintenance" : "degraded", from, to }];
}
