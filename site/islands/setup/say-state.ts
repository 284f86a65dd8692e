import type { CheckState, ConnectionState } from "#server/features/integrations/integrations.values.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { sayDay, sayMoment } from "../when.ts";

/** A state is a colour, a shape and a word. */
export type Said = { tone: string; mark: string; word: string };

const CHECKS: Record<CheckState, string> = {
  ok: "Working.",
  warning: "Look at it.",
  failed: "Not working.",
  unknown: "Not known.",
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

/** An integration for its reader, in a word and a sentence, and what its link to the setup says. */
export function sayIntegration({
  name,
  availability,
  usable,
  connection,
  requestedAt,
}: IntegrationView): SaidOfIntegration {
  if (availability === "coming_soon")
    return requestedAt
      ? say("unknown", "Asked for.", `You asked ${sayDay(requestedAt)}. You hear from us when it opens.`, "See it")
      : say("unknown", "Coming soon.", "You can ask to hear when it opens.", "Ask for access");
  if (!usable)
    return say("unknown", "Not available here yet.", `This hub is not connected to ${name} itself.`, "See why");
  if (!connection) return say("unknown", "Not begun.", "", "Set it up");
  const { state, check } = connection;
  if (state !== "connected") return BEFORE[state](name);
  if (!check) return say("unknown", "Connected.", "Not checked yet.", "Go on");
  return { ...sayCheck(check.state), says: `Checked ${sayMoment(check.at)}.`, go: "Open the setup" };
}

const BEFORE: Record<Exclude<ConnectionState, "connected">, (crm: string) => SaidOfIntegration> = {
  new: (crm) => say("unknown", "Begun.", `${crm} does not let us in yet.`, "Go on"),
  waiting: () => say("unknown", "Waiting.", "The Tenant ID is with our team, which takes 1–2 business days.", "See it"),
  refused: () => say("failed", "Not approved.", "The Tenant ID needs another look.", "See why"),
  approved: () => say("warning", "Approved.", "Three values are left to enter.", "Enter them"),
  reconnect: (crm) => say("failed", "Connect again.", `${crm} does not let us in any more.`, "Connect again"),
};
