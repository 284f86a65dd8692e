// node scripts/check-settings.ts: what the server would say of the settings, asked before a build is waited for.
import { readSettings } from "#server/core/config.ts";
import { fail } from "./fail.ts";

try {
  readSettings();
} catch (error) {
  fail(error);
}
