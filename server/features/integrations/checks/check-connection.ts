import type { Call, Connector, Pipeline } from "../connector.ts";
import type { HalfSettings } from "../integrations.schema.ts";
import { HALVES, type Half } from "../integrations.values.ts";
import { VendorFault } from "../vendor-fault.ts";
import { canBeAsked, findAccount, findOperator, findScopes, findToken } from "./access-facts.ts";
import { findFields } from "./field-facts.ts";
import type { Finding } from "./finding.ts";
import { findObject, findPlace, findPolicy } from "./half-facts.ts";
import { lookAt, type Looked } from "./look.ts";
import { findSaved, findVendor, findWebhook } from "./outside-facts.ts";
import { findQualify } from "./qualify-facts.ts";
import { kindOf, type Subject } from "./subject.ts";

/** Does `work` with everything that calls to a connection's CRM need. */
export type AskCrm = <T>(work: (call: Call) => Promise<T>, signal: AbortSignal) => Promise<T>;

export type Checked = {
  subject: Subject;
  connector: Connector;
  /** Asks the CRM, with a grant that is fresh. @throws VendorFault */
  ask: AskCrm;
  /** Told what a connector should never throw. */
  onMistake: (error: unknown) => void;
};

/** What is missing then could not be looked at in time. */
export const WHOLE_MS = 5_800;

/**
 * Looks at every fact of a connection, in parallel, and yields each as it is known: within six seconds, whatever the
 * vendor does. Never throws. Abort `signal`, and nothing more is asked or yielded.
 */
export async function* checkConnection(checked: Checked, signal: AbortSignal): AsyncGenerator<Finding> {
  const { subject } = checked;
  const halves = HALVES.flatMap((half) => {
    const settings = subject.settings[half];
    return settings.on ? [{ half, settings }] : [];
  });
  yield* [findOperator(subject), findSaved(subject), findVendor(subject), findWebhook(subject)];
  for (const { half, settings } of halves) {
    yield findObject(subject, half, settings);
    const policy = findPolicy(subject, half, settings);
    if (policy) yield policy;
  }
  if (signal.aborted) return;
  const over = AbortSignal.any([signal, AbortSignal.timeout(WHOLE_MS)]);
  yield* asTheyCome(askCrm(checked, halves, over), signal);
}

type OnHalf = { half: Half; settings: HalfSettings };

/** Every call that the facts need, each made once. */
function askCrm({ subject, connector, ask, onMistake }: Checked, halves: OnHalf[], over: AbortSignal) {
  const asked: Promise<Looked<unknown>>[] = [];
  async function look<T>(work: (call: Call) => Promise<T>): Promise<Looked<T>> {
    if (!canBeAsked(subject)) return { value: null, fault: new VendorFault("revoked", "") };
    return lookAt((signal) => ask(work, signal), over, onMistake);
  }
  const once = <T>(work: (call: Call) => Promise<T>): Promise<Looked<T>> => {
    const looked = look(work);
    asked.push(looked);
    return looked;
  };
  const pipelines = perObject((object) => once((call) => connector.pipelines(call, object)));
  const fields = perObject((object) => once((call) => connector.fields(call, object)));

  const token = look((call) => connector.check(call));
  const findings = [
    token.then((looked) => [findToken(subject, looked)]),
    once((call) => connector.account(call)).then((looked) => [findAccount(subject, looked)]),
    ...halves.flatMap(({ half, settings }) => {
      const { object } = settings;
      if (object === null || !kindOf(subject, object)) return [];
      return [
        pipelines(object).then((looked) => findPlace(subject, half, settings, looked)),
        fields(object).then((looked) => findFields(subject, half, settings, looked)),
      ];
    }),
    lookForStage(subject, pipelines).then((looked) => [findQualify(subject, looked)]),
  ];
  const scopes = async (): Promise<Finding[]> => {
    const [tokenLooked] = await Promise.all([token, ...findings]);
    const refused = (await Promise.all(asked)).flatMap(({ fault }) => fault ?? []);
    return [findScopes(subject, tokenLooked, refused)];
  };
  return [...findings, scopes()];
}

type PerObject<T> = (object: string) => Promise<Looked<T>>;

function perObject<T>(ask: PerObject<T>): PerObject<T> {
  const made = new Map<string, Promise<Looked<T>>>();
  return (object) => {
    const known = made.get(object) ?? ask(object);
    made.set(object, known);
    return known;
  };
}

/** The stage that qualifies may be where leads are, where referrers are, or where the CRM keeps something else. */
async function lookForStage({ settings, definition }: Subject, pipelines: PerObject<Pipeline[]>) {
  const { qualify, leads, referrers } = settings;
  const kinds = definition.objects.map(({ id }) => id);
  const likely = [leads.object, referrers.object].filter((id) => id !== null && kinds.includes(id));
  const looked: Looked<Pipeline[]>[] = [];
  if (!qualify) return looked;
  for (const object of new Set([...likely, ...kinds])) {
    if (object === null) continue;
    const found = await pipelines(object);
    looked.push(found);
    if (found.value?.some(({ stages }) => stages.some(({ id }) => id === qualify.stage))) break;
  }
  return looked;
}

/** Each result when it is there, none after `signal`. */
async function* asTheyCome(all: Promise<Finding[]>[], signal: AbortSignal): AsyncGenerator<Finding> {
  const waiting = new Map(all.map((each, index) => [index, each.then((findings) => ({ index, findings }))]));
  while (waiting.size > 0) {
    const { index, findings } = await Promise.race(waiting.values());
    if (signal.aborted) return;
    waiting.delete(index);
    yield* findings;
  }
}
