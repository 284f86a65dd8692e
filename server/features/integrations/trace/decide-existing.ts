import type { FoundRecord } from "../connector.ts";
import type { HalfSettings } from "../integrations.schema.ts";
import { kindOf, type Subject } from "../checks/subject.ts";
import type { Decided } from "./traced.ts";
import { sayDate } from "./trace-facts.ts";
import { traceWords as t } from "./trace.words.ts";

type Existing = { subject: Subject; settings: HalfSettings; match: FoundRecord; kind: string };

/** What happens to somebody whom the CRM has already. */
export function decideExisting({ subject, settings, match, kind }: Existing): Decided {
  const { name } = subject;
  const { existing } = settings;
  if (match.converted && existing === "update") return sayConverted(match, name);
  if (existing === "update") {
    const says = t.update_existing(name, kind);
    return { outcome: "update", code: "update_existing", says, todo: null, explained: "choices" };
  }
  if (existing === "skip") {
    const said = { says: t.skip_existing.says(name, name), todo: t.skip_existing.todo };
    return { outcome: "skip", code: "skip_existing", ...said, explained: "doNothing" };
  }
  if (existing === null) {
    const said = { says: t.existing_missing.says(name), todo: t.existing_missing.todo };
    return { outcome: "probably_fails", code: "existing_missing", ...said, explained: "choices" };
  }
  const allowed = kindOf(subject, settings.object)?.policies.includes("duplicate");
  if (allowed) {
    const says = t.create_second(kind, name);
    return { outcome: "create", code: "create_second", says, todo: null, explained: "duplicateRules" };
  }
  const said = { says: t.duplicate_refused.says(name), todo: t.duplicate_refused.todo };
  return { outcome: "probably_fails", code: "duplicate_refused", ...said, explained: "allowed" };
}

const sayConverted = ({ converted }: FoundRecord, name: string): Decided => ({
  outcome: "probably_fails",
  code: "converted_lead",
  says: sayWhen(converted?.at ? sayDate(converted.at) : null, converted?.contactId ?? null),
  todo: t.converted_lead.todo(name),
  explained: "converted",
});

function sayWhen(day: string | null, contact: string | null): string {
  const { says, on, became, onBecame } = t.converted_lead;
  if (day && contact) return onBecame(day, contact);
  if (day) return on(day);
  return contact ? became(contact) : says;
}
