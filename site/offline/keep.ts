/** The hub's service worker: pages that were read open without a connection. All else it leaves to the browser. */
import { settings } from "virtual:offline-settings";
import { openCopies } from "./copies.ts";
import { forgetCopies, nameOf } from "./forget-copies.ts";
import { listCopies, showCopy } from "./show-copy.ts";
import { worker, type FetchEvent, type WorkerEvent } from "./worker.ts";

const copies = openCopies(settings);
const isPart = ({ pathname }: URL): boolean => /^\/(?:_astro|brand|fonts)\/|^\/(?:icons|favicon)\.svg$/.test(pathname);

addEventListener("install", () => void worker.skipWaiting());
addEventListener("activate", (event) => (event as WorkerEvent).waitUntil(begin()));
addEventListener("fetch", (event) => answer(event as FetchEvent));

/** Copies of an earlier build go. Pages that are open came before the worker did. */
async function begin(): Promise<void> {
  await forgetCopies(nameOf(settings.build));
  await worker.clients.claim();
  const open = (await worker.clients.matchAll()).map(({ url }) => new URL(url));
  for (const { pathname } of open.filter(copies.isPage))
    await fetch(pathname).then(
      (response) => copies.keepPage(pathname, response),
      () => {},
    );
}

function answer(event: FetchEvent): void {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && copies.isPage(url)) event.respondWith(openPage(event, url.pathname));
  else if (isPart(url)) event.respondWith(openPart(event, url.pathname));
}

async function openPage(event: FetchEvent, path: string): Promise<Response> {
  try {
    const response = await fetch(event.request);
    event.waitUntil(copies.keepPage(path, response.clone()).catch(() => {})); // the device may be full
    return response;
  } catch {
    return (await showCopy(copies, path)) ?? (await listCopies(copies, path)) ?? Response.error();
  }
}

/** A name with a hash never changes; of the others the newest, where there is a connection. */
async function openPart(event: FetchEvent, path: string): Promise<Response> {
  const known = await copies.find(path);
  if (known && path.startsWith("/_astro/")) return known;
  try {
    const response = await fetch(event.request);
    const page = await worker.clients.get(event.clientId);
    if (page && copies.isPage(new URL(page.url)))
      event.waitUntil(copies.keepPart(path, response.clone()).catch(() => {}));
    return response;
  } catch {
    return known ?? Response.error();
  }
}
