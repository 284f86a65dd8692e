import type { CheckState, ConnectionState } from "#server/features/integrations/integrations.values.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { sayDay, sayMoment } from "../when.ts";
import { setupStateWords as t } from "./state.words.ts";

/** A state is a colour, a shape and a word. */
export type Said = { tone: string; mark: string; word: string };

const CHECKS: Record<CheckState, string> = {
  ok: t.working,
  warning: t.lookAtIt,
  failed: t.notWorking,
  unknown: t.notKnown,
};
export const sayCheck = (state: CheckState): Said => ({
  tone: `is-${state}`,
  mark: `m-${state}`,
  word: CHECKS[state],
});

type SaidOfIntegration = Said & { says: string; go: string };
const say = (state: CheckState, word: string, says: string, go: string): SaidOfIntegration => ({
  ...sayCheck(state),
  word,
  says,
  go,
});

/**
 * An integration for its reader, in a word and a sentence, and what its link to the setup says. How far somebody is of whom
 * nothing is known, because they are not signed in, is not said.
 */
export function sayIntegration(
  { name, availability, usable, connection, requestedAt }: IntegrationView,
  isKnown: boolean,
): SaidOfIntegration {
  if (availability === "coming_soon")
    return requestedAt
      ? say("unknown", t.askedFor, t.youAskedYouHear(sayDay(requestedAt)), t.seeIt)
      : say("unknown", t.comingSoon, t.youCanAskTo, t.askForAccess);
  if (!usable) return say("unknown", t.notAvailableHereYet, t.thisHubIsNot(name), t.seeWhy);
  if (!connection) return say("unknown", isKnown ? t.notBegun : "", isKnown ? "" : t.aGuidedSetup, t.setItUp);
  const { state, check } = connection;
  if (state !== "connected") return NOT_CONNECTED[state](name);
  if (!check) return say("unknown", t.connected, t.notCheckedYet, t.goOn);
  return { ...sayCheck(check.state), says: t.checked3(sayMoment(check.at)), go: t.openTheSetup };
}

const NOT_CONNECTED: Record<Exclude<ConnectionState, "connected">, (crm: string) => SaidOfIntegration> = {
  new: (crm) => say("unknown", t.begun, t.doesNotLetUs(crm), t.goOn),
  waiting: () => say("unknown", t.waiting, t.theTenantIdIs, t.seeIt),
  refused: () => say("failed", t.notApproved, t.theTenantIdNeeds, t.seeWhy),
  approved: () => say("warning", t.approved, t.threeValuesAreLeft, t.enterThem),
  reconnect: (crm) => say("failed", t.connectAgain, t.doesNotLetUs2(crm), t.connectAgain2),
};
