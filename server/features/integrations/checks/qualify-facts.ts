import type { Pipeline } from "../connector.ts";
import { unseen } from "./faults.ts";
import { failed, fine, warned, type Finding } from "./finding.ts";
import type { Looked } from "./look.ts";
import { sayFault } from "./say-fault.ts";
import type { Subject } from "./subject.ts";

const QUALIFY = { fact: "qualify", title: "Qualify referrals" };
const TODO = "Choose a stage in Qualify Referrals, and save.";

/** Whether referrals can reach the stage that qualifies them. `all`: what each kind of record has, the leads' own first. */
export function findQualify({ name, settings, definition }: Subject, all: Looked<Pipeline[]>[]): Finding {
  const { qualify, leads } = settings;
  if (!qualify)
    return warned(QUALIFY, "qualify_missing", { seen: "No stage is chosen.", todo: TODO, explained: "qualify" });
  const pipeline = all
    .flatMap(({ value }) => value ?? [])
    .find(({ id, stages }) => id === qualify.pipeline && stages.some((stage) => stage.id === qualify.stage));
  const stage = pipeline?.stages.find(({ id }) => id === qualify.stage);
  const fault = all.find((looked) => looked.fault)?.fault;
  if (!stage && fault) return unseen(QUALIFY, name, fault, sayFault(fault, name));
  if (!pipeline || !stage)
    return failed(QUALIFY, "qualify_gone", {
      seen: "The stage that was chosen is not there any more.",
      todo: TODO,
      explained: "notQualified",
    });
  if (!stage.active || !pipeline.active)
    return failed(QUALIFY, "qualify_archived", {
      seen: `“${stage.active ? pipeline.label : stage.label}” is archived: nothing reaches it any more.`,
      todo: TODO,
      explained: "notQualified",
    });
  const elsewhere = definition.words.pipeline && leads.on && leads.pipeline && leads.pipeline !== pipeline.id;
  if (elsewhere)
    return warned(QUALIFY, "qualify_elsewhere", {
      seen: `“${stage.label}” is in “${pipeline.label}”, and leads begin in another ${definition.words.pipeline?.toLowerCase()}.`,
      todo: "Choose a stage of the one where leads begin, unless your team moves them over.",
      explained: "notQualified",
    });
  return fine(QUALIFY, "qualify_reachable", { seen: `“${stage.label}” qualifies a referral.` });
}
