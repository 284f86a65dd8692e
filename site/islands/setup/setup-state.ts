/** What the setup page knows: the reader, the integration, their connection and its latest check. */
import { computed, signal } from "@preact/signals";
import type { IntegrationId } from "#content/schema.ts";
import type { Me } from "#server/auth/session.routes.ts";
import type { ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import type { ConnectionView, IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { toProblem, type ApiProblem } from "#site/problem.ts";
import { comeIn } from "./come-in.ts";
import { draft, takeConnection } from "./draft-state.ts";
import { listChecks, listIntegrations, readConnection, signOut } from "./setup-calls.ts";
import { forgetDrafts } from "./kept-drafts.ts";
import { isStage, nextStage, walkStages, type StageId } from "./stages.ts";

export const me = signal<Me | null>(null);
export const integration = signal<IntegrationView | null>(null);
export const connection = signal<ConnectionView | null>(null);
export const latestCheck = signal<ConnectionCheck | null>(null);
/** Why the page could not be filled. */
export const gone = signal<ApiProblem | null>(null);

export const stages = computed(() => walkStages(connection.value, draft.value, latestCheck.value?.state ?? null));
const hash = signal("");
/** Where an address that names no stage began. */
let begun: StageId | null = null;
/** The one stage that is long: what the address names, else the one to go on at. */
export const openStage = computed<StageId>(() => (isStage(hash.value) ? hash.value : nextStage(stages.value)));

/** Reads everything that is known of the reader and this integration. */
export async function loadSetup(id: IntegrationId): Promise<void> {
  gone.value = null;
  try {
    const known = await comeIn();
    const views = await listIntegrations();
    const view = views.find((each) => each.id === id);
    const own = known.customer && view?.connection;
    if (own) {
      const [read, checks] = await Promise.all([readConnection(own.id), listChecks(own.id).catch(() => [])]);
      latestCheck.value = checks[0] ?? null;
      hold(read);
    }
    integration.value = view ?? null;
    me.value = known;
    freezeStage();
  } catch (error) {
    gone.value = toProblem(error);
  }
}

/** The connection as the server has it now; what is typed and not kept yet stays. */
export function hold(view: ConnectionView): void {
  connection.value = view;
  takeConnection(view);
}

export function letGo(): void {
  connection.value = null;
  latestCheck.value = null;
  takeConnection(null);
  goToStage("choose");
}

/** A session that ended while the page was open: what was typed stays kept on this device. */
export function noticeSignedOut(problem: ApiProblem): void {
  if (problem.status === 401 && me.value) me.value = { ...me.value, customer: null };
}

export async function leave(): Promise<void> {
  await signOut();
  forgetDrafts();
  location.reload();
}

/** Opens a stage, scrolls to its heading, or to a field of it, and gives that the focus. */
export function goToStage(stage: StageId, field?: string): void {
  if (location.hash !== `#${stage}`) history.pushState(null, "", `#${stage}`);
  openAt(stage, field);
}

function openAt(stage: StageId, field?: string): void {
  hash.value = stage;
  requestAnimationFrame(() => {
    const target = (field && document.getElementById(`${stage}-${field}`)) || document.getElementById(`stage-${stage}`);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest" });
    if (!field) target?.scrollIntoView();
  });
}

/** A stage stays open when it is done, until the reader goes on. */
function freezeStage(): void {
  hash.value = location.hash.slice(1);
  if (!isStage(hash.value)) hash.value = begun = openStage.value;
}

export function followHash(): void {
  addEventListener("popstate", () => {
    const stage = location.hash.slice(1);
    if (isStage(stage)) openAt(stage);
    else if (!stage) openAt(begun ?? nextStage(stages.value));
  });
}
