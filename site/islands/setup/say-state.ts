import type { CheckState } from "#server/features/integrations/integrations.values.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import { sayDay, sayTime } from "../when.ts";

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

export const sayMoment = (iso: string): string => `${sayDay(iso)} at ${sayTime(iso)}`;

/** An integration for its reader, in a word and a sentence, and what its link to the setup says. */
export function sayIntegration(view: IntegrationView): Said & { says: string; go: string } {
  const { name, connection, requestedAt } = view;
  const plain = (word: string, says: string, go: string) => ({ ...sayCheck("unknown"), word, says, go });
  if (view.availability === "coming_soon")
    return requestedAt
      ? plain("Asked for.", `You asked ${sayDay(requestedAt)}. You hear from us when it opens.`, "See it")
      : plain("Coming soon.", "You can ask to hear when it opens.", "Ask for access");
  if (!view.usable) return plain("Not available here yet.", `This hub is not connected to ${name} itself.`, "See why");
  if (!connection) return plain("Not begun.", "", "Set it up");
  const { check } = connection;
  switch (connection.state) {
    case "new":
      return plain("Begun.", `${name} does not let us in yet.`, "Go on");
    case "waiting":
      return plain("Waiting.", "The Tenant ID is with our team, which takes 1–2 business days.", "See it");
    case "refused":
      return { ...sayCheck("failed"), word: "Not approved.", says: "The Tenant ID needs another look.", go: "See why" };
    case "approved":
      return { ...sayCheck("warning"), word: "Approved.", says: "Three values are left to enter.", go: "Enter them" };
    case "reconnect":
      return {
        ...sayCheck("failed"),
        word: "Connect again.",
        says: `${name} does not let us in any more.`,
        go: "Connect again",
      };
    case "connected":
      if (!check) return plain("Connected.", "Not checked yet.", "Go on");
      return { ...sayCheck(check.state), says: `Checked ${sayMoment(check.at)}.`, go: "Open the setup" };
  }
}
