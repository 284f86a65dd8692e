import type { FoundRecord } from "../connector.ts";
import type { Trace } from "../checks.schema.ts";
import type { Half } from "../integrations.values.ts";
import { HALF_TITLES } from "../checks/half-facts.ts";
import { setupPath } from "../connections/begin-connect.ts";
import { sayFault } from "../checks/say-fault.ts";
import type { Subject } from "../checks/subject.ts";
import type { Traced } from "./traced.ts";

export type FactChain = Trace["facts"];

/** What the decision rests on, in its order: settings, then what the CRM said, then each record there. */
export function chainFacts({ subject, input, found }: Traced, half: Half, match: FoundRecord | null): FactChain {
  const url = setupPath(subject.definition.id);
  return [
    ...settingFacts(subject, half).map((fact) => ({ ...fact, kind: "setting" as const, url })),
    ...lookFacts(subject, input.email, found),
    ...(found?.value ?? []).flatMap((record) => recordFacts(subject, record, record === match)),
  ];
}

function settingFacts(subject: Subject, half: Half): { title: string; detail: string }[] {
  const settings = subject.settings[half];
  const tab = HALF_TITLES[half];
  if (!settings.on) return [{ title: tab, detail: "Off: nobody of this kind is sent." }];
  const writes = { title: tab, detail: `On. Each becomes a ${kindTitle(subject, settings.object)}.` };
  const policies = subject.definition.objects.find(({ id }) => id === settings.object)?.policies ?? [];
  if (policies.length === 0) return [writes];
  return [writes, { title: `${tab}: existing contacts`, detail: POLICIES[settings.existing ?? "none"] }];
}

const POLICIES = {
  update: "Update them.",
  skip: "Do nothing.",
  duplicate: "Add a second record.",
  none: "Not chosen.",
};

function lookFacts({ name }: Subject, email: string, found: Traced["found"]): FactChain {
  const title = `Looked for ${email}`;
  if (!found) return [];
  if (found.fault) return [{ title, detail: sayFault(found.fault, name).seen, kind: "vendor", url: null }];
  const count = found.value.length;
  const detail =
    count === 0
      ? `${name} does not know this address.`
      : `${name} has ${count === 1 ? "one record" : `${count} records`}.`;
  return [{ title, detail, kind: "vendor", url: null }];
}

function recordFacts(subject: Subject, record: FoundRecord, isMatch: boolean): FactChain {
  const { converted, url } = record;
  const title = `${capital(kindTitle(subject, record.object))} ${record.id}`;
  const parts = [
    record.name,
    record.stage,
    record.createdAt && `since ${sayDate(record.createdAt)}`,
    isMatch && "the one that a sync takes",
  ];
  const found = { title, detail: `${parts.filter(Boolean).join(", ") || "Found"}.`, kind: "record" as const, url };
  if (!converted) return [found];
  const when = converted.at ? ` on ${sayDate(converted.at)}` : "";
  const became = converted.contactId ? ` It became the contact ${converted.contactId}.` : "";
  return [found, { title: `${title}: converted`, detail: `Converted${when}.${became}`, kind: "record", url }];
}

/** What people call a kind of record. */
export const kindTitle = ({ definition }: Subject, object: string | null): string =>
  (definition.objects.find(({ id }) => id === object)?.title ?? object ?? "contact").toLowerCase();

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** “3 March 2026”, or what came where that is no date. */
export function sayDate(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : DATE.format(date);
}
