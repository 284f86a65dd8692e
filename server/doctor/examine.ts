import type { Hub } from "#content/schema.ts";
import { secretsOf } from "../core/config.ts";
import type { Connectors } from "../features/integrations/open-integrations.ts";
import { checkChannels, TO_SLACK } from "./check-channels.ts";
import { checkDatabase } from "./check-database.ts";
import { checkMachine, type Machine } from "./check-machine.ts";
import { checkMail, checkMailIn } from "./check-mail.ts";
import { checkModels } from "./check-model.ts";
import { checkPlaceholders } from "./check-placeholders.ts";
import { checkAddress, checkClock, checkCrms } from "./check-reach.ts";
import type { Doctor, Finding } from "./finding.ts";

type Options = Machine & {
  hub: Hub;
  connectors: Connectors;
  /** Whom to send something: an address, or Slack. */
  sendTo: string | null;
  /** Is told as soon as something is known. */
  heard?: (findings: Finding[]) => void;
};

/** Looks at everything at once; each part takes ten seconds at the most or so. No finding has a secret in it. */
export async function examine(
  doctor: Doctor,
  { hub, connectors, sendTo, heard, ...machine }: Options,
): Promise<Finding[]> {
  const secrets = secretsOf(doctor.config);
  const hide = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, "•••"), text);
  const tell = (findings: Finding[]): Finding[] => {
    const safe = findings.map((found) => ({ ...found, says: hide(found.says), todo: found.todo && hide(found.todo) }));
    heard?.(safe);
    return safe;
  };
  const parts = [
    checkMachine(doctor, machine),
    checkDatabase(doctor),
    [checkPlaceholders(doctor, hub)],
    checkMail(doctor, hub, sendTo === TO_SLACK ? null : sendTo),
    checkMailIn(doctor),
    checkChannels(doctor, hub, sendTo),
    checkModels(doctor),
    checkCrms(doctor, hub, connectors),
    checkAddress(doctor),
  ];
  const found = await Promise.all(parts.map(async (part) => tell(await part)));
  return [...found.flat(), ...tell([checkClock(doctor)])];
}
