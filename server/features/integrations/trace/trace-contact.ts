/** What a sync would do with one contact now, and why, in the language that is spoken. Decides over what was read; asks and writes nothing itself. */
import { say, sayList, type Text } from "#content/kept-words.ts";
import type { FoundRecord } from "../connector.ts";
import type { TraceInput } from "../checks.schema.ts";
import { findUnmapped } from "../checks/field-facts.ts";
import { EXPLAINS } from "../checks/faults.ts";
import { checkWords } from "../checks/check.words.ts";
import { sayFault } from "../checks/say-fault.ts";
import type { SectionName } from "../checks/sections.ts";
import type { Subject } from "../checks/subject.ts";
import type { HalfSettings } from "../integrations.schema.ts";
import type { FaultCode } from "../integrations.values.ts";
import { chainFacts, kindTitle, looksForExisting, type FactChain } from "./trace-facts.ts";
import { decideExisting } from "./decide-existing.ts";
import { halfOf, type Decided, type Traced } from "./traced.ts";
import { traceWords as t } from "./trace.words.ts";

export type Decision = Decided & { facts: FactChain };

export function traceContact(traced: Traced): Decision {
  const half = halfOf(traced.input);
  const settings = traced.subject.settings[half];
  const match = looksForExisting(traced.subject, settings) ? findMatch(traced.found?.value ?? [], settings) : null;
  const decided = findObstacle(traced, settings) ?? decide(traced, settings, match);
  return { ...decided, facts: chainFacts(traced, half, match) };
}

/** The record that a sync would take: of the kind that it writes, or else the first that can still be changed. */
const findMatch = (found: FoundRecord[], { object }: HalfSettings): FoundRecord | null =>
  found.find((record) => record.object === object) ?? found.find(({ converted }) => converted === null) ?? null;

/** The CRM lets the hub in, and does not tell this. */
const UNASKED: ReadonlySet<FaultCode> = new Set(["scope_missing", "not_found"]);

/** Why nothing is sent, whoever it is. */
function findObstacle({ subject, input, found }: Traced, settings: HalfSettings): Decided | null {
  const { name, state, saved } = subject;
  const half = checkWords.halves[halfOf(input)];
  if (!subject.hasApp)
    return stop("skip", "operator_missing", t.operator_missing.says(name), t.operator_missing.todo, null);
  if (state === "reconnect") return stop("skip", "revoked", t.revoked.says(name), t.revoked.todo, "reconnect");
  if (state !== "connected")
    return stop("skip", "not_connected", t.not_connected.says(name), t.not_connected.todo(name), "connect");
  if (saved === "never") return stop("skip", "not_saved", t.not_saved.says, t.not_saved.todo, "nobody");
  if (!settings.on) return stop("skip", "half_off", t.half_off.says(half), t.half_off.todo(half), "tabs");
  if (!found?.fault) return null;
  const { code } = found.fault;
  if (!looksForExisting(subject, settings) && UNASKED.has(code)) return null;
  const { seen, todo } = sayFault(found.fault, name);
  return stop("unknown", code, t.not_asked(name, say(seen)), say(todo), EXPLAINS[code]);
}

function decide(traced: Traced, settings: HalfSettings, match: FoundRecord | null): Decided {
  const { subject, input, fields } = traced;
  const kind = kindTitle(subject, settings.object);
  const known = match && decideExisting({ subject, settings, match, kind });
  // Who is skipped needs no mapping.
  if (known && known.outcome !== "update" && known.outcome !== "create") return known;
  const unmapped = fields?.value ? findUnmapped(settings.mapping, fields.value) : [];
  if (unmapped.length > 0) return sayIncomplete(subject, input, unmapped);
  return (
    known ?? {
      outcome: "create",
      code: "create_new",
      says: looksForExisting(subject, settings)
        ? t.create_new(kind, subject.name)
        : t.create_always(kind, subject.name),
      todo: null,
      explained: null,
    }
  );
}

const sayIncomplete = ({ definition, name }: Subject, input: TraceInput, unmapped: Text[]): Decided =>
  stop(
    "probably_fails",
    "mapping_incomplete",
    t.mapping_incomplete.says(name, sayList(unmapped)),
    t.mapping_incomplete.todo(checkWords.halves[halfOf(input)]),
    definition.id === "servicetitan" ? "sixFields" : "mapping",
  );

const stop = (
  outcome: Decided["outcome"],
  code: string,
  says: string,
  todo: string,
  explained: SectionName | null,
): Decided => ({ outcome, code, says, todo, explained });
