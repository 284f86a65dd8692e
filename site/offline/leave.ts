/** This hub keeps no copies, or no longer: what an earlier worker kept goes, and so does the worker. */
import { forgetCopies } from "./forget-copies.ts";
import { worker, type WorkerEvent } from "./worker.ts";

addEventListener("install", () => void worker.skipWaiting());
addEventListener("activate", (event) => (event as WorkerEvent).waitUntil(leave()));

async function leave(): Promise<void> {
  await forgetCopies();
  await worker.registration.unregister();
}
