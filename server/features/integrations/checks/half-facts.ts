import type { Kept } from "#content/kept-words.ts";
import type { Pipeline } from "../connector.ts";
import type { HalfSettings } from "../integrations.schema.ts";
import type { Half } from "../integrations.values.ts";
import { unseen } from "./faults.ts";
import { checkTexts as t, failed, fine, warned, type Fact, type Finding } from "./finding.ts";
import type { Looked } from "./look.ts";
import { sayFault } from "./say-fault.ts";
import { kindOf, type Subject } from "./subject.ts";

/** `object:leads`, `field:leads:email` */
export const factOf = (what: string, half: Half, title: Kept, part?: string): Fact => ({
  fact: [what, half, ...(part === undefined ? [] : [part])].join(":"),
  title,
});

/** The kind of record that a half's people become. */
export function findObject(subject: Subject, half: Half, { object }: HalfSettings): Finding {
  const fact = factOf("object", half, t.titles.kind(t.halves[half]));
  const kind = kindOf(subject, object);
  if (kind) return fine(fact, "object_there", { seen: kind.title });
  return failed(fact, object === null ? "object_missing" : "object_gone", {
    seen: object === null ? t.nothing_chosen : t.object_gone(subject.name, object),
    todo: t.object_missing.todo(t.halves[half]),
    explained: "tabs",
  });
}

/** The pipeline, where the CRM has such, and the stage in it. */
export function findPlace(subject: Subject, half: Half, settings: HalfSettings, looked: Looked<Pipeline[]>): Finding[] {
  const { words } = subject.definition;
  const ofPipeline = words.pipeline ? factOf("pipeline", half, t.titles.place(t.halves[half], words.pipeline)) : null;
  const ofStage = factOf("stage", half, t.titles.place(t.halves[half], words.stage));
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
  if (found?.active) return fine(fact, `${what}_there`, { seen: found.label || t.there });
  const todo = t.choose_again(t.halves[half]);
  if (found)
    return failed(fact, `${what}_archived`, { seen: t.archived(found.label), todo, explained: "notQualified" });
  if (chosen === null) return failed(fact, `${what}_missing`, { seen: t.nothing_chosen, todo, explained: "fillTabs" });
  return failed(fact, `${what}_gone`, {
    seen: t.gone,
    todo,
    explained: "notQualified",
  });
}

/** What happens to people whom the CRM has already. Null: it does not look for them. */
export function findPolicy(subject: Subject, half: Half, { object, existing }: HalfSettings): Finding | null {
  const { name } = subject;
  const allowed = kindOf(subject, object)?.policies ?? [];
  if (allowed.length === 0) return null;
  const fact = factOf("existing", half, t.titles.existing(t.halves[half]));
  const todo = t.existing_missing.todo(t.halves[half]);
  if (existing === null)
    return failed(fact, "existing_missing", { seen: t.nothing_chosen, todo, explained: "choices" });
  if (!allowed.includes(existing))
    return failed(fact, "existing_refused", {
      seen: t.existing_refused(name),
      todo,
      explained: "allowed",
    });
  if (existing === "update") return fine(fact, "existing_update", { seen: t.existing_update });
  if (existing === "duplicate") return fine(fact, "existing_duplicate", { seen: t.existing_duplicate });
  return warned(fact, "existing_skip", {
    seen: t.existing_skip.seen(name, name),
    todo: t.existing_skip.todo,
    explained: "doNothing",
  });
}
