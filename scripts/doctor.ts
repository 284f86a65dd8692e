// npm run doctor [-- --json] [-- --send-to=ADDRESS|slack]: is everything as it should be? Exit code 1 when something failed.
import "./closed-pipe.ts";
import process from "node:process";
import { parseArgs } from "node:util";
import { loadHub } from "#content/hub.ts";
import { readSettings } from "#server/core/config.ts";
import { examine } from "#server/doctor/examine.ts";
import type { Finding } from "#server/doctor/finding.ts";
import { CONNECTORS } from "#server/features/integrations/connectors/connectors.ts";
import { hashInputs } from "./build-inputs.mjs";
import { fail } from "./fail.ts";

const MARKS = { ok: "✓ ok", warning: "! warning", failed: "✗ failed" };

const lineOf = ({ about, state, says, todo }: Finding): string =>
  `${MARKS[state].padEnd(10)} ${about.padEnd(12)} ${says}${todo ? `\n${" ".repeat(24)}→ ${todo}` : ""}\n`;

async function run(): Promise<Finding[]> {
  const { values } = parseArgs({ options: { json: { type: "boolean" }, "send-to": { type: "string" } } });
  const config = readSettings();
  const hub = loadHub(config.contentDir);
  const findings = await examine(
    { config, now: () => new Date(), clocks: [] },
    {
      hub,
      connectors: CONNECTORS,
      sendTo: values["send-to"] ?? null,
      inputs: hashInputs(config.contentDir, process.env),
      heard: (some) => !values.json && process.stdout.write(some.map(lineOf).join("")),
    },
  );
  if (values.json) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  return findings;
}

try {
  process.exitCode = (await run()).some(({ state }) => state === "failed") ? 1 : 0;
} catch (error) {
  // settings that cannot be read: the message names each
  fail(error);
}
