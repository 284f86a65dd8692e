import { say } from "#content/kept-words.ts";
import { lowerIn } from "#content/lower-in.ts";
import { speech } from "#content/words.ts";
import type { FoundRecord } from "../connector.ts";
import type { Trace } from "../checks.schema.ts";
import type { HalfSettings } from "../integrations.schema.ts";
import type { Half } from "../integrations.values.ts";
import { checkWords } from "../checks/check.words.ts";
import { setupPath } from "../connections/begin-connect.ts";
import { sayFault } from "../checks/say-fault.ts";
import { kindOf, type Subject } from "../checks/subject.ts";
import { vocabularyWords } from "../vocabulary.words.ts";
import { traceWords } from "./trace.words.ts";
import type { Traced } from "./traced.ts";

const t = traceWords.facts;

export type FactChain = Trace["facts"];

/** What the decision rests on, in its order: settings, then what the CRM said, then each record there. */
export function chainFacts({ subject, input, found }: Traced, half: Half, match: FoundRecord | null): FactChain {
  const url = setupPath(subject.definition.id);
  return [
    ...settingFacts(subject, half).map((fact) => ({ ...fact, kind: "setting" as const, url })),
    ...lookFacts(subject, half, input.email, found),
    ...(found?.value ?? []).flatMap((record) => recordFacts(subject, record, record === match)),
  ];
}

function settingFacts(subject: Subject, half: Half): { title: string; detail: string }[] {
  const settings = subject.settings[half];
  const tab = checkWords.halves[half];
  if (!settings.on) return [{ title: tab, detail: t.off }];
  const writes = { title: tab, detail: t.on(kindTitle(subject, settings.object)) };
  const policies = kindOf(subject, settings.object)?.policies ?? [];
  if (policies.length === 0) return [writes];
  return [writes, { title: t.existing(tab), detail: t.policies[settings.existing ?? "none"] }];
}

function lookFacts(subject: Subject, half: Half, email: string, found: Traced["found"]): FactChain {
  if (!found) return [];
  return [{ title: t.lookedFor(email), detail: sayFound(subject, half, found), kind: "vendor", url: null }];
}

function sayFound(subject: Subject, half: Half, { fault, value }: NonNullable<Traced["found"]>): string {
  const { name, settings } = subject;
  if (fault) return say(sayFault(fault, name).seen);
  if (value.length > 0) return t.records(value.length, name);
  // a kind that each referral becomes anew has no address to be found by
  return looksForExisting(subject, settings[half]) ? t.notKnown(name) : t.noContact(name);
}

function recordFacts(subject: Subject, record: FoundRecord, isMatch: boolean): FactChain {
  const { converted, url } = record;
  const title = t.record(capital(kindTitle(subject, record.object)), record.id);
  const parts = [
    record.name,
    record.stage,
    record.createdAt && t.since(sayDate(record.createdAt)),
    isMatch && t.match,
  ].filter(Boolean);
  const detail = parts.length > 0 ? `${parts.join(", ")}.` : t.found;
  const found = { title, detail, kind: "record" as const, url };
  if (!converted) return [found];
  const when = converted.at ? t.convertedOn(sayDate(converted.at)) : t.wasConverted;
  const became = converted.contactId ? ` ${t.became(converted.contactId)}` : "";
  return [found, { title: t.converted(title), detail: when + became, kind: "record", url }];
}

/** Where a kind of record has no policies, each referral becomes one of its own. */
export const looksForExisting = (subject: Subject, { object }: HalfSettings): boolean =>
  (kindOf(subject, object)?.policies.length ?? 0) > 0;

/** What people call a kind of record. */
export const kindTitle = (subject: Subject, object: string | null): string =>
  lowerIn(speech().language, say(kindOf(subject, object)?.title ?? object ?? vocabularyWords.kinds.contact));

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** “3 March 2026”, or what came where that is no date. */
export function sayDate(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return new Intl.DateTimeFormat(speech().locale, { dateStyle: "long", timeZone: "UTC" }).format(date);
}
