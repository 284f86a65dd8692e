import type { FoundRecord } from "../connector.ts";
import type { HalfSettings } from "../integrations.schema.ts";
import type { Subject } from "../checks/subject.ts";
import type { Decided } from "./traced.ts";
import { sayDate } from "./trace-facts.ts";

type Existing = { subject: Subject; settings: HalfSettings; match: FoundRecord; kind: string };

/** What happens to somebody whom the CRM has already. */
export function decideExisting({ subject, settings, match, kind }: Existing): Decided {
  const { name, definition } = subject;
  const { existing } = settings;
  if (match.converted && existing !== "skip") return sayConverted(match, name);
  if (existing === "update")
    return {
      outcome: "update",
      code: "update_existing",
      says: `${name} has this person already: the ${kind} is updated with what is mapped.`,
      todo: null,
      explained: "choices",
    };
  if (existing === "skip")
    return {
      outcome: "skip",
      code: "skip_existing",
      says: `Skipped: ${name} has this person already, and “Do nothing” is chosen. The referral will never qualify through ${name}.`,
      todo: "To have it counted, choose to update existing contacts and save, or qualify this referral by hand.",
      explained: "doNothing",
    };
  if (existing === null)
    return {
      outcome: "probably_fails",
      code: "existing_missing",
      says: `${name} has this person already, and nothing says what is to happen then.`,
      todo: "Choose what happens to existing contacts, and save.",
      explained: "choices",
    };
  const allowed = definition.objects.find(({ id }) => id === settings.object)?.policies.includes("duplicate");
  return allowed
    ? {
        outcome: "create",
        code: "create_second",
        says: `A second ${kind} is made: ${name} has this person already. A duplicate rule there may still refuse it.`,
        todo: null,
        explained: "duplicateRules",
      }
    : {
        outcome: "probably_fails",
        code: "duplicate_refused",
        says: `This will probably fail: ${name} refuses a second contact with the same e-mail address.`,
        todo: "Choose to update existing contacts, and save.",
        explained: "allowed",
      };
}

const sayConverted = ({ converted }: FoundRecord, name: string): Decided => {
  const when = converted?.at ? ` on ${sayDate(converted.at)}` : "";
  const became = converted?.contactId ? `, and became the contact ${converted.contactId}` : "";
  return {
    outcome: "probably_fails",
    code: "converted_lead",
    says: `This will probably fail with “cannot reference converted lead”: the lead was converted${when}${became}.`,
    todo: `Qualify this referral by hand. To prevent the next one, create contacts instead of leads, or convert a lead in ${name} only when its referral is complete.`,
    explained: "converted",
  };
};
