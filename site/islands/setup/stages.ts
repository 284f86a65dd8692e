/** The six stages, and how far a connection is: each is done because something really happened. */
import { lowerIn } from "#content/lower-in.ts";
import type { CheckState } from "#server/features/integrations/integrations.values.ts";
import type {
  ConnectionSettings,
  ConnectionView,
  CrmWords,
  HalfSettings,
} from "#server/features/integrations/integrations.schema.ts";
import { setupWords as t } from "./setup.words.ts";

export const STAGES = ["choose", "connect", "referrers", "leads", "qualify", "check"] as const;
export type StageId = (typeof STAGES)[number];
export type StageState = "done" | "current" | "failed" | "todo";

export const isStage = (text: string): text is StageId => STAGES.some((stage) => stage === text);

/** What is missing in settings: the stage, the field's name in it, and what to do. */
export type Lack = { stage: "referrers" | "leads" | "qualify"; field: string; says: string };

/** What one half still needs. What the CRM itself requires is known only with its fields: the server says that at "Save". */
export function findLacks(half: HalfSettings, crm: CrmWords): Omit<Lack, "stage">[] {
  if (!half.on) return [];
  const policies = crm.objects.find(({ id }) => id === half.object)?.policies ?? [];
  const hasEmail = half.mapping.some(({ value }) => "from" in value && value.from === "email");
  return [
    ...(half.object ? [] : [{ field: "object", says: t.chooseWhatKindOf }]),
    ...(half.stage ? [] : [{ field: "stage", says: t.chooseA(lower(crm.words.stage)) }]),
    ...(hasEmail ? [] : [{ field: "mapping", says: t.chooseAFieldFor }]),
    ...(policies.length > 0 && !half.existing ? [{ field: "existing", says: t.chooseWhatHappensTo }] : []),
  ];
}

export function findAllLacks({ referrers, leads, qualify }: ConnectionSettings, crm: CrmWords): Lack[] {
  const lacks: Lack[] = [
    ...findLacks(referrers, crm).map((lack) => ({ stage: "referrers" as const, ...lack })),
    ...findLacks(leads, crm).map((lack) => ({ stage: "leads" as const, ...lack })),
  ];
  if (!referrers.on && !leads.on) lacks.push({ stage: "referrers", field: "on", says: t.sendReferrersLeadsOr });
  if (!qualify) lacks.push({ stage: "qualify", field: "stage", says: t.chooseTheThatCounts(lower(crm.words.stage)) });
  return lacks;
}

/** Whether the product works by what the draft says. */
export const isLive = (draft: ConnectionSettings, { saved }: ConnectionView): boolean =>
  saved !== null && JSON.stringify(draft) === JSON.stringify(saved);

/** States along the rail: the knob stands at the first stage that is neither done nor failed. */
export function walkStages(
  connection: ConnectionView | null,
  draft: ConnectionSettings | null,
  check: CheckState | null,
): Record<StageId, StageState> {
  const crm = connection?.crm;
  const connected = connection?.state === "connected";
  const half = (settings: HalfSettings | undefined): boolean =>
    Boolean(connected && crm && settings && findLacks(settings, crm).length === 0);
  const done: Record<StageId, boolean> = {
    choose: connection !== null,
    connect: connected,
    referrers: half(draft?.referrers),
    leads: half(draft?.leads),
    qualify: connected && draft !== null && draft.qualify !== null && isLive(draft, connection),
    check: connected && (check === "ok" || check === "warning"),
  };
  const failed = {
    connect: connection?.state === "reconnect" || connection?.state === "refused",
    check: connected && check === "failed",
  };
  const next = STAGES.find((stage) => !done[stage]);
  const stateOf = (stage: StageId): StageState => {
    if ((stage === "connect" || stage === "check") && failed[stage]) return "failed";
    if (done[stage]) return "done";
    return stage === next ? "current" : "todo";
  };
  return {
    choose: stateOf("choose"),
    connect: stateOf("connect"),
    referrers: stateOf("referrers"),
    leads: stateOf("leads"),
    qualify: stateOf("qualify"),
    check: stateOf("check"),
  };
}

/** The stage to go on at: the first that is not done, else the last. */
export const nextStage = (states: Record<StageId, StageState>): StageId =>
  STAGES.find((stage) => states[stage] !== "done") ?? "check";

/** A word of the CRM's within a sentence. */
export const lower = (word: string): string => lowerIn(globalThis.document?.documentElement.lang ?? "en", word);
