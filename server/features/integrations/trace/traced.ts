import type { CrmField, FoundRecord } from "../connector.ts";
import type { Trace, TraceInput } from "../checks.schema.ts";
import type { Half } from "../integrations.values.ts";
import type { Looked } from "../checks/look.ts";
import type { SectionName } from "../checks/sections.ts";
import type { Subject } from "../checks/subject.ts";

/** Everything that a trace decides by. */
export type Traced = {
  subject: Subject;
  input: TraceInput;
  /** Null: could not be asked, for what `subject` says. */
  found: Looked<FoundRecord[]> | null;
  /** Null: which fields there are was not asked. */
  fields: Looked<CrmField[]> | null;
};
export type Decided = Pick<Trace, "outcome" | "code" | "says" | "todo"> & { explained: SectionName | null };

/** The half of the settings that such a person is sent by. */
export const halfOf = ({ as }: TraceInput): Half => (as === "referrer" ? "referrers" : "leads");
