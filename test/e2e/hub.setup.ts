import { serveHub } from "#test/support/served-hub.ts";
import { joinDesk } from "./staff.ts";

/** One hub for the run. Tests find it as Playwright's baseURL, and an admin's session in STAFF_STATE (staff.ts). */
export default async function setup(): Promise<() => Promise<void>> {
  // Every test sends from one address, which would soon be asked for a proof of work.
  const hub = await serveHub({ SPAM_PROOF: "off", TRUSTED_PROXIES: "127.0.0.0/8,::1/128" });
  process.env["HUB_URL"] = hub.url;
  process.env["STAFF_STATE"] = await joinDesk(hub);
  return () => hub.stop();
}
