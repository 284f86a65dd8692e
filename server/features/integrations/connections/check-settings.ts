import type { FieldError } from "#server/core/errors.ts";
import type { ConnectorDefinition } from "../connector.ts";
import type { ConnectionSettings, HalfSettings } from "../integrations.schema.ts";
import { HALVES, POLICY_TITLES, type ExistingPolicy, type Half } from "../integrations.values.ts";

/** What keeps settings from going live at this CRM: each mistake with its field, and what to do about it. */
export function checkSettings(definition: ConnectorDefinition, settings: ConnectionSettings): FieldError[] {
  const on = HALVES.filter((half) => settings[half].on);
  if (on.length === 0) return [{ path: "leads.on", message: "Turn referrers or leads on: nothing would be sent." }];
  const mistakes = on.flatMap((half) => checkHalf(definition, half, settings[half]));
  if (settings.qualify) return mistakes;
  const { stage } = definition.words;
  return [...mistakes, { path: "qualify.stage", message: `Choose the ${stage.toLowerCase()} that counts.` }];
}

function checkHalf({ objects, words }: ConnectorDefinition, half: Half, settings: HalfSettings): FieldError[] {
  const { object, pipeline, stage, mapping, existing } = settings;
  const kind = objects.find(({ id }) => id === object);
  const twice = mapping.find(({ field }, at) => mapping.findIndex((other) => other.field === field) < at);
  const hasEmail = mapping.some(({ value }) => "from" in value && value.from === "email");
  const titles = objects.map(({ title }) => title).join(" or ");
  const mistakes: [boolean, string, string][] = [
    [!kind, "object", `Choose what ${half} become: ${titles}.`],
    [words.pipeline !== null && !pipeline, "pipeline", `Choose a ${(words.pipeline ?? "").toLowerCase()}.`],
    [stage === null, "stage", `Choose a ${words.stage.toLowerCase()}.`],
    [!hasEmail, "mapping", "Choose a field for the e-mail address."],
    [twice !== undefined, "mapping", `“${twice?.field ?? ""}” is filled twice. Take one of them away.`],
    [kind !== undefined && !isPolicyFine(kind.policies, existing), "existing", sayPolicies(kind?.policies ?? [])],
  ];
  return mistakes.filter(([wrong]) => wrong).map(([, field, message]) => ({ path: `${half}.${field}`, message }));
}

const isPolicyFine = (allowed: readonly string[], chosen: string | null): boolean =>
  allowed.length === 0 ? chosen === null : chosen !== null && allowed.includes(chosen);

const sayPolicies = (allowed: readonly ExistingPolicy[]): string =>
  allowed.length === 0
    ? "This CRM looks for no existing contacts: leave this empty."
    : `Choose what happens to a contact that is there already: ${allowed.map((policy) => POLICY_TITLES[policy]).join(" or ")}.`;
