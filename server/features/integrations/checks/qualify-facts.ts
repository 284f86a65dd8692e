import type { Pipeline } from "../connector.ts";
import { unseen } from "./faults.ts";
import { checkTexts as t, failed, fine, warned, type Finding } from "./finding.ts";
import type { Looked } from "./look.ts";
import { sayFault } from "./say-fault.ts";
import type { Subject } from "./subject.ts";

const QUALIFY = { fact: "qualify", title: t.titles.qualify };

/** Whether referrals can reach the stage that qualifies them. `all`: what each kind of record has, the leads' own first. */
export function findQualify({ name, settings, definition }: Subject, all: Looked<Pipeline[]>[]): Finding {
  const { qualify, leads } = settings;
  if (!qualify)
    return warned(QUALIFY, "qualify_missing", { seen: t.qualify_missing, todo: t.qualify_todo, explained: "qualify" });
  const pipeline = all
    .flatMap(({ value }) => value ?? [])
    .find(({ id, stages }) => id === qualify.pipeline && stages.some((stage) => stage.id === qualify.stage));
  const stage = pipeline?.stages.find(({ id }) => id === qualify.stage);
  const fault = all.find((looked) => looked.fault)?.fault;
  if (!stage && fault) return unseen(QUALIFY, name, fault, sayFault(fault, name));
  if (!pipeline || !stage)
    return failed(QUALIFY, "qualify_gone", {
      seen: t.qualify_gone,
      todo: t.qualify_todo,
      explained: "notQualified",
    });
  if (!stage.active || !pipeline.active)
    return failed(QUALIFY, "qualify_archived", {
      seen: t.qualify_archived(stage.active ? pipeline.label : stage.label),
      todo: t.qualify_todo,
      explained: "notQualified",
    });
  const elsewhere = definition.words.pipeline && leads.on && leads.pipeline && leads.pipeline !== pipeline.id;
  if (elsewhere)
    return warned(QUALIFY, "qualify_elsewhere", {
      seen: t.qualify_elsewhere.seen(stage.label, pipeline.label),
      todo: t.qualify_elsewhere.todo,
      explained: "notQualified",
    });
  return fine(QUALIFY, "qualify_reachable", { seen: t.qualify_reachable(stage.label) });
}
