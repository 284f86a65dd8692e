import type { ConnectionSettings, CrmOptions, CrmWords } from "#server/features/integrations/integrations.schema.ts";
import { lower } from "./stages.ts";
import { setupCheckWords as t } from "./check.words.ts";

/** The qualifying rule, said back. Without the CRM's lists the stage is named by its id. */
export function sayRule(
  qualify: ConnectionSettings["qualify"],
  crm: CrmWords,
  pipelines: CrmOptions["pipelines"],
): string | null {
  if (!qualify) return null;
  const pipeline = pipelines.find(({ id }) => id === qualify.pipeline);
  const stage = pipeline?.stages.find(({ id }) => id === qualify.stage)?.label ?? qualify.stage;
  const place = crm.words.pipeline && pipeline ? t.in(pipeline.label) : "";
  return t.aReferralQualifiesAs(lower(crm.words.stage), stage, place);
}
