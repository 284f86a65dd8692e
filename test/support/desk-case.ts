import type { Db } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { TestHub } from "./hub.ts";

/** A case as it is kept, under an id of the test's own. */
export async function putCase(
  db: Db,
  id: string,
  change: Partial<typeof escalations.$inferInsert> = {},
): Promise<void> {
  const createdAt = change.createdAt ?? new Date("2026-11-23T09:00:00.000Z");
  await db.insert(escalations).values({
    id,
    reference: `RF-${id}`,
    receiptHash: `hash of ${id}`,
    receiptExpiresAt: createdAt,
    email: `${id}@example.com`,
    message: "Nothing arrives. Why?",
    trail: [],
    state: "new",
    version: 1,
    createdAt,
    updatedAt: createdAt,
    ...change,
  });
}

/** Calls below `/api/desk/`, as whoever has the cookie. */
export function openDesk({ app, deps }: TestHub, cookie: string) {
  const send = (method: string, path: string, body?: object): Promise<Response> =>
    Promise.resolve(
      app.request(`/api/desk/${path}`, {
        method,
        headers: { cookie, origin: deps.config.publicUrl, ...(body && { "content-type": "application/json" }) },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
  /** `T` is the route's contract. */
  const read = async <T>(path: string): Promise<T> => (await (await send("GET", path)).json()) as T;
  return { cookie, send, read };
}
