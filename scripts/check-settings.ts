// node scripts/check-settings.ts: what the server would say of its settings and of hub.yaml, asked before a build is waited for.
// Ends with 1 where a setting is wrong, and with 2 where hub.yaml is.
import { loadHub } from "#content/hub.ts";
import { readSettings, type Config } from "#server/core/config.ts";
import { chooseChannels } from "#server/outbox/choose-channels.ts";
import { fail } from "./fail.ts";

function checkHub(config: Config): void {
  try {
    chooseChannels(loadHub(config.contentDir).support, config);
  } catch (error) {
    fail(error, 2);
  }
}

try {
  checkHub(readSettings());
} catch (error) {
  fail(error);
}
