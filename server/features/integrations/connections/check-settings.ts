import type { FieldError } from "#server/core/errors.ts";
import type { ConnectorDefinition } from "../connector.ts";
import type { ConnectionSettings, HalfSettings } from "../integrations.schema.ts";
import { HALVES, type Half } from "../integrations.values.ts";

/** What keeps settings from going live at this CRM: each mistake with its field, and what to do about it. */
export function checkSettings(definition: ConnectorDefinition, settings: ConnectionSettings): FieldError[] {
  const on = HALVES.filter((half) => settings[half].on);
  if (on.length === 0) return [{ path: "leads.on", message: "Turn referrers or leads on: nothing would be sent." }];
  return on.flatMap((half) => checkHalf(definition, half, settings[half]));
}

function checkHalf({ objects, words }: ConnectorDefinition, half: Half, settings: HalfSettings): FieldError[] {
  const { object, pipeline, stage, mapping, existing } = settings;
  const kind = objects.find(({ id }) => id === object);
  const twice = mapping.find(({ field }, at) => mapping.findIndex((other) => other.field === field) < at);
  const titles = objects.map(({ title }) => title).join(" or ");
  const mistakes: [boolean, string, string][] = [
    [!kind, "object", `Choose what ${half} become: ${titles}.`],
    [words.pipeline !== null && !pipeline, "pipeline", `Choose a ${(words.pipeline ?? "").toLowerCase()}.`],
    [stage === null, "stage", `Choose a ${words.stage.toLowerCase()}.`],
    [mapping.length === 0, "mapping", "Map at least one field: a record would be empty."],
    [twice !== undefined, "mapping", `“${twice?.field ?? ""}” is filled twice. Take one of them away.`],
    [kind !== undefined && !isPolicyFine(kind.policies, existing), "existing", sayPolicies(kind?.policies ?? [])],
  ];
  return mistakes.filter(([wrong]) => wrong).map(([, field, message]) => ({ path: `${half}.${field}`, message }));
}

const isPolicyFine = (allowed: readonly string[], chosen: string | null): boolean =>
  allowed.length === 0 ? chosen === null : chosen !== null && allowed.includes(chosen);

const POLICY_TITLES: Record<string, string> = {
  update: "Update it",
  skip: "Do nothing",
  duplicate: "Create a duplicate",
};
const sayPolicies = (allowed: readonly string[]): string =>
  allowed.length === 0
    ? "This CRM looks for no existing contacts: leave this empty."
    : `Choose what happens to a contact that is there already: ${allowed.map((policy) => POLICY_TITLES[policy]).join(" or ")}.`;
