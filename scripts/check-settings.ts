// node scripts/check-settings.ts: what the server would say of the settings, asked before a build is waited for.
import process from "node:process";
import { readSettings } from "#server/core/config.ts";

try {
  readSettings();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
