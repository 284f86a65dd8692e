import { serveHub } from "#test/support/served-hub.ts";

/** One hub for the run. Tests find it as Playwright's baseURL, and the first desk account's link in DESK_LINK. */
export default async function setup(): Promise<() => Promise<void>> {
  const hub = await serveHub();
  process.env["HUB_URL"] = hub.url;
  process.env["DESK_LINK"] = hub.deskLink;
  return () => hub.stop();
}
