import type { Pipeline } from "../connector.ts";
import type { HalfSettings } from "../integrations.schema.ts";
import type { Half } from "../integrations.values.ts";
import { unseen } from "./faults.ts";
import { failed, fine, warned, type Fact, type Finding } from "./finding.ts";
import type { Looked } from "./look.ts";
import { sayFault } from "./say-fault.ts";
import type { Subject } from "./subject.ts";

export const HALF_TITLES: Record<Half, string> = { referrers: "Referrers", leads: "Leads" };

/** `field:leads:email`, “Leads: …” */
export const factOf = (what: string, half: Half, title: string, part?: string): Fact => ({
  fact: [what, half, ...(part === undefined ? [] : [part])].join(":"),
  title: `${HALF_TITLES[half]}: ${title}`,
});

/** The kind of record that a half's people become. */
export function findObject({ definition, name }: Subject, half: Half, { object }: HalfSettings): Finding {
  const fact = factOf("object", half, "kind of record");
  const kind = definition.objects.find(({ id }) => id === object);
  if (kind) return fine(fact, "object_there", { seen: kind.title });
  return failed(fact, object === null ? "object_missing" : "object_gone", {
    seen: object === null ? "Nothing is chosen." : `${name} has no “${object}”.`,
    todo: `Choose it in ${HALF_TITLES[half]}.`,
    explained: "tabs",
  });
}

/** The pipeline, where the CRM has such, and the stage in it. */
export function findPlace(subject: Subject, half: Half, settings: HalfSettings, looked: Looked<Pipeline[]>): Finding[] {
  const { words } = subject.definition;
  const ofPipeline = words.pipeline ? factOf("pipeline", half, words.pipeline) : null;
  const ofStage = factOf("stage", half, words.stage);
  const facts = [...(ofPipeline ? [ofPipeline] : []), ofStage];
  const { value: pipelines, fault } = looked;
  if (fault) return facts.map((fact) => unseen(fact, subject.name, fault, sayFault(fault, subject.name)));
  if (!ofPipeline && pipelines.every(({ stages }) => stages.length === 0)) return [];

  const pipeline = pipelines.find(({ id }) => id === (settings.pipeline ?? ""));
  const chosen = ofPipeline ? settings.pipeline : "";
  const found = ofPipeline ? [judge(ofPipeline, "pipeline", chosen, pipeline, half)] : [];
  // What is said of the pipeline is the stage's too.
  if (ofPipeline && !pipeline) return found;
  const stage = pipeline?.stages.find(({ id }) => id === settings.stage);
  return [...found, judge(ofStage, "stage", settings.stage, stage, half)];
}

type Listed = { label: string; active: boolean };

function judge(fact: Fact, what: string, chosen: string | null, found: Listed | undefined, half: Half): Finding {
  if (found?.active) return fine(fact, `${what}_there`, { seen: found.label || "There." });
  const todo = `Choose another one in ${HALF_TITLES[half]}, and save.`;
  if (found)
    return failed(fact, `${what}_archived`, { seen: `“${found.label}” is archived.`, todo, explained: "notQualified" });
  if (chosen === null)
    return failed(fact, `${what}_missing`, { seen: "Nothing is chosen.", todo, explained: "fillTabs" });
  return failed(fact, `${what}_gone`, {
    seen: "The one that was chosen is not there any more.",
    todo,
    explained: "notQualified",
  });
}

/** What happens to people whom the CRM has already. Null: it does not look for them. */
export function findPolicy(
  { definition, name }: Subject,
  half: Half,
  { object, existing }: HalfSettings,
): Finding | null {
  const allowed = definition.objects.find(({ id }) => id === object)?.policies ?? [];
  if (allowed.length === 0) return null;
  const fact = factOf("existing", half, "existing contacts");
  const todo = `Choose what happens to them in ${HALF_TITLES[half]}, and save.`;
  if (existing === null)
    return failed(fact, "existing_missing", { seen: "Nothing is chosen.", todo, explained: "choices" });
  if (!allowed.includes(existing))
    return failed(fact, "existing_refused", {
      seen: `${name} refuses a second contact with the same e-mail address.`,
      todo,
      explained: "allowed",
    });
  if (existing === "update") return fine(fact, "existing_update", { seen: "Existing contacts are updated." });
  if (existing === "duplicate") return fine(fact, "existing_duplicate", { seen: "A second record is added." });
  return warned(fact, "existing_skip", {
    seen: `“Do nothing”: people whom ${name} has already are skipped, and their referrals never qualify through ${name}.`,
    todo: "If that is not what you want, choose to update existing contacts.",
    explained: "doNothing",
  });
}
