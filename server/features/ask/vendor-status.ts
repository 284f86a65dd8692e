import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Hub, Integration } from "#content/schema.ts";
import { localizePath } from "#content/languages.ts";
import { speech } from "#content/words.ts";
import { splitPassages, type Passage } from "#server/knowledge/split-passages.ts";
import { fits } from "./asking/asking.ts";
import { namePattern } from "./complete-question.ts";
import { nowWords as t } from "./now.words.ts";

/** How a vendor is, as this hub last read it; `seenAt` null: never. */
export type VendorReading = {
  id: Integration["id"];
  name: string;
  state: "operational" | "degraded" | "down" | "maintenance" | "unknown";
  seenAt: string | null;
};
/** What is known at once of these integrations. Waits for nothing. */
export type ReadVendors = (ids: Integration["id"][]) => VendorReading[];

const STATUS = "this-hub/status";

/**
 * The vendors' states that belong to a question, as passages: of a vendor that it names and whose state it asks for, or,
 * where something does not work, of those in trouble that it or the best passage is about. `answers`: that is all it asks.
 */
export function findVendorStatus(
  { languages, integrations }: Pick<Hub, "languages"> & { integrations: Pick<Integration, "id" | "name">[] },
  readVendors: ReadVendors,
  { question, passages }: { question: string; passages: { passage: Passage }[] },
): { passages: { passage: Passage }[]; answers: boolean } {
  const asksState = fits("state", question);
  if (!asksState && !fits("trouble", question)) return { passages: [], answers: false };
  const named = integrations.filter(({ name }) => namePattern(name).test(question)).map(({ id }) => id);
  const concerned = named.length > 0 ? named : (passages[0]?.passage.article.integrations ?? []);
  const known = readVendors(concerned).filter(({ state }) => state !== "unknown");
  const told = known.filter(({ id, state }) => state !== "operational" || (asksState && named.includes(id)));
  const asPassages = splitPassages(statusArticle(told, localizePath({ languages }, speech().language, "/status/"))).map(
    (passage) => ({ passage }),
  );
  return { passages: asPassages, answers: asksState && told.some(({ id }) => named.includes(id)) };
}

export const isVendorStatus = ({ article }: Passage): boolean => article.id === STATUS;

/** The status page as an article, so that its states are cited and checked as any passage is. */
function statusArticle(readings: VendorReading[], url: string): KnowledgeArticle {
  return {
    id: STATUS,
    url,
    title: t.status,
    summary: "",
    kind: "faq",
    topic: "this-hub",
    topicTitle: "",
    integrations: [],
    keywords: [],
    language: speech().language,
    updated: "",
    minutes: 1,
    contentHash: "",
    sections: readings.map((reading) => ({
      id: reading.id,
      heading: reading.name,
      path: [t.status, reading.name],
      kind: "prose",
      blocks: [{ type: "prose", text: sayReading(reading) }],
    })),
  };
}

/** "HubSpot: operational, seen 12:03 UTC on its status page." */
const sayReading = ({ name, state, seenAt }: VendorReading): string =>
  state === "unknown" ? "" : t.vendorIs(name, t.states[state], seenAt?.slice(11, 16) ?? "");
