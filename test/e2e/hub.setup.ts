import { request } from "@playwright/test";
import { serveHub } from "#test/support/served-hub.ts";
import { ADMIN } from "./staff.ts";

/** One hub for the run. Tests find it as Playwright's baseURL, and an admin's session in STAFF_STATE (staff.ts). */
export default async function setup(): Promise<() => Promise<void>> {
  // Every test sends from one address, which would soon be asked for a proof of work.
  const hub = await serveHub({ SPAM_PROOF: "off", TRUSTED_PROXIES: "127.0.0.0/8,::1/128" });
  process.env["HUB_URL"] = hub.url;
  process.env["STAFF_STATE"] = await joinDesk(hub.url, hub.deskLink);
  return () => hub.stop();
}

/** Uses the one-time link up. Returns the session, as Playwright keeps one. */
async function joinDesk(baseURL: string, link: string): Promise<string> {
  const browser = await request.newContext({ baseURL });
  const token = new URL(link).searchParams.get("token");
  const response = await browser.post("/api/desk/join", { data: { token, ...ADMIN } });
  if (!response.ok()) throw new Error(`No desk account: ${response.status()} ${await response.text()}`);
  return JSON.stringify(await browser.storageState());
}
