import { serveHub } from "#test/support/served-hub.ts";

/** The hub that is looked at: this copy's, or that of another one, which VISUAL_ROOT names. */
export default async function setup(): Promise<() => Promise<void>> {
  const hub = await serveHub({ SPAM_PROOF: "off" }, {}, process.env["VISUAL_ROOT"]);
  process.env["HUB_URL"] = hub.url;
  return () => hub.stop();
}
