import { forgetCopies } from "#site/offline/forget-copies.ts";
import { wantsPrivacy } from "./wants-privacy.ts";

/** Pages that are read from now on are kept on the device by /sw.js. A copy is a trace, and none is kept of who wants none. */
export async function keepOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) return; // without https
  const { serviceWorker } = navigator;
  if (!wantsPrivacy()) return void (await serviceWorker.register("/sw.js"));
  await (await serviceWorker.getRegistration())?.unregister();
  await forgetCopies();
}
