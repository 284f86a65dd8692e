/** What a sync would do with one contact now, and why. Decides over what was read; asks and writes nothing itself. */
import type { FoundRecord } from "../connector.ts";
import type { TraceInput } from "../checks.schema.ts";
import { findUnmapped } from "../checks/field-facts.ts";
import { EXPLAINS } from "../checks/faults.ts";
import { HALF_TITLES } from "../checks/half-facts.ts";
import { sayFault } from "../checks/say-fault.ts";
import type { SectionName } from "../checks/sections.ts";
import type { Subject } from "../checks/subject.ts";
import type { HalfSettings } from "../integrations.schema.ts";
import { chainFacts, kindTitle, type FactChain } from "./trace-facts.ts";
import { decideExisting } from "./decide-existing.ts";
import type { Decided, Traced } from "./traced.ts";

export type Decision = Decided & { facts: FactChain };

export function traceContact(traced: Traced): Decision {
  const half = traced.input.as === "referrer" ? "referrers" : "leads";
  const settings = traced.subject.settings[half];
  const match = findMatch(traced.found?.value ?? [], settings);
  const decided = findObstacle(traced, settings) ?? decide(traced, settings, match);
  return { ...decided, facts: chainFacts(traced, half, match) };
}

/** The record that a sync would take: of the kind that it writes, or else the first that can still be changed. */
const findMatch = (found: FoundRecord[], { object }: HalfSettings): FoundRecord | null =>
  found.find((record) => record.object === object) ?? found.find(({ converted }) => converted === null) ?? null;

/** Why nothing is sent, whoever it is. */
function findObstacle({ subject, input, found }: Traced, { on }: HalfSettings): Decided | null {
  const { name, state, saved } = subject;
  const tab = HALF_TITLES[input.as === "referrer" ? "referrers" : "leads"];
  if (!subject.hasApp)
    return stop(
      "skip",
      "operator_missing",
      `Nothing is sent: this hub is not set up at ${name}.`,
      "Ask a person.",
      null,
    );
  if (state === "reconnect")
    return stop(
      "skip",
      "revoked",
      `Nothing is sent: ${name} does not let this hub in any more.`,
      "Connect again.",
      "reconnect",
    );
  if (state !== "connected")
    return stop(
      "skip",
      "not_connected",
      `Nothing is sent: ${name} is not connected.`,
      `Connect ${name} in the setup.`,
      "connect",
    );
  if (saved === "never")
    return stop(
      "skip",
      "not_saved",
      "Nothing is sent: the settings were never saved.",
      "Press Save at the end of the setup.",
      "nobody",
    );
  if (!on) return stop("skip", "half_off", `Nothing is sent: ${tab} is off.`, `Switch ${tab} on, and save.`, "tabs");
  if (!found?.fault) return null;
  const { seen, todo } = sayFault(found.fault, name);
  return stop(
    "unknown",
    found.fault.code,
    `${name} could not be asked about this person. ${seen}`,
    todo,
    EXPLAINS[found.fault.code],
  );
}

function decide(traced: Traced, settings: HalfSettings, match: FoundRecord | null): Decided {
  const { subject, input, fields } = traced;
  const kind = kindTitle(subject, settings.object);
  const known =
    match && looksForExisting(subject, settings) ? decideExisting({ subject, settings, match, kind }) : null;
  // Who is skipped needs no mapping.
  if (known && known.outcome !== "update" && known.outcome !== "create") return known;
  const unmapped = fields?.value ? findUnmapped(settings.mapping, fields.value) : [];
  if (unmapped.length > 0) return sayIncomplete(subject, input, unmapped);
  return (
    known ?? {
      outcome: "create",
      code: "create_new",
      says: looksForExisting(subject, settings)
        ? `A new ${kind} is made: ${subject.name} does not know this person yet.`
        : `A new ${kind} is made in ${subject.name}.`,
      todo: null,
      explained: null,
    }
  );
}

/** Where a kind of record has no policies, each referral becomes one of its own. */
const looksForExisting = ({ definition }: Subject, { object }: HalfSettings): boolean =>
  (definition.objects.find(({ id }) => id === object)?.policies.length ?? 0) > 0;

const sayIncomplete = ({ definition, name }: Subject, { as }: TraceInput, unmapped: string[]): Decided =>
  stop(
    "probably_fails",
    "mapping_incomplete",
    `This will probably fail: ${name} requires ${unmapped.join(", ")}, and nothing is mapped to ${unmapped.length === 1 ? "it" : "them"}.`,
    `Complete the mapping in ${HALF_TITLES[as === "referrer" ? "referrers" : "leads"]}, and save.`,
    definition.id === "servicetitan" ? "sixFields" : "mapping",
  );

const stop = (
  outcome: Decided["outcome"],
  code: string,
  says: string,
  todo: string,
  explained: SectionName | null,
): Decided => ({ outcome, code, says, todo, explained });
