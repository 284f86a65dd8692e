/** What a service worker has that a page has not: TypeScript has the types of the one or the other. */
export type WorkerEvent = Event & { waitUntil(work: Promise<unknown>): void };
export type FetchEvent = WorkerEvent & {
  request: Request;
  clientId: string;
  respondWith(response: Promise<Response>): void;
};
type Client = { url: string };

export const worker = globalThis as unknown as {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void>; get(id: string): Promise<Client | undefined>; matchAll(): Promise<Client[]> };
  registration: ServiceWorkerRegistration;
};
