import { say, type Text } from "#content/kept-words.ts";
import { lowerIn } from "#content/lower-in.ts";
import { speech } from "#content/words.ts";
import type { FieldError } from "#server/core/errors.ts";
import type { ConnectorDefinition } from "../connector.ts";
import type { ConnectionSettings, HalfSettings } from "../integrations.schema.ts";
import { HALVES, POLICY_TITLES, type ExistingPolicy, type Half } from "../integrations.values.ts";
import { setupProblemWords } from "./setup-problems.words.ts";

const t = setupProblemWords.settings;

/** What keeps settings from going live at this CRM: each mistake with its field, and what to do about it. */
export function checkSettings(definition: ConnectorDefinition, settings: ConnectionSettings): FieldError[] {
  const on = HALVES.filter((half) => settings[half].on);
  if (on.length === 0) return [{ path: "leads.on", message: t.nothingOn }];
  const mistakes = on.flatMap((half) => checkHalf(definition, half, settings[half]));
  if (settings.qualify) return mistakes;
  const { stage } = definition.words;
  return [...mistakes, { path: "qualify.stage", message: t.chooseWhatCounts(sayWithin(stage)) }];
}

function checkHalf({ objects, words }: ConnectorDefinition, half: Half, settings: HalfSettings): FieldError[] {
  const { object, pipeline, stage, mapping, existing } = settings;
  const kind = objects.find(({ id }) => id === object);
  const twice = mapping.find(({ field }, at) => mapping.findIndex((other) => other.field === field) < at);
  const hasEmail = mapping.some(({ value }) => "from" in value && value.from === "email");
  const titles = sayOr(objects.map(({ title }) => say(title)));
  const mistakes: [boolean, string, string][] = [
    [!kind, "object", t.become[half](titles)],
    [words.pipeline !== null && !pipeline, "pipeline", t.choose(sayWithin(words.pipeline ?? ""))],
    [stage === null, "stage", t.choose(sayWithin(words.stage))],
    [!hasEmail, "mapping", t.noEmail],
    [twice !== undefined, "mapping", t.twice(twice?.field ?? "")],
    [kind !== undefined && !isPolicyFine(kind.policies, existing), "existing", sayPolicies(kind?.policies ?? [])],
  ];
  return mistakes.filter(([wrong]) => wrong).map(([, field, message]) => ({ path: `${half}.${field}`, message }));
}

const sayWithin = (text: Text): string => lowerIn(speech().language, say(text));

const isPolicyFine = (allowed: readonly string[], chosen: string | null): boolean =>
  allowed.length === 0 ? chosen === null : chosen !== null && allowed.includes(chosen);

const sayPolicies = (allowed: readonly ExistingPolicy[]): string =>
  allowed.length === 0 ? t.noPolicies : t.policies(sayOr(allowed.map((policy) => POLICY_TITLES[policy])));

const sayOr = (choices: string[]): string =>
  new Intl.ListFormat(speech().locale, { type: "disjunction" }).format(choices);
