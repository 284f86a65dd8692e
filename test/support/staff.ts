import { eq } from "drizzle-orm";
import { audit } from "#db/schema/audit.ts";
import { addAccount } from "#server/auth/add-account.ts";
import type { StaffRole } from "#server/auth/people.schema.ts";
import { sessionCookie, type TestHub } from "./hub.ts";
import { withJson } from "./request.ts";

export const PASSWORD = "a long password";
let hashed: Promise<string> | undefined;

type Person = { role: StaffRole; email?: string; name?: string; password?: string };

/** Somebody at the desk, without the dear hashing: all have one password. @returns the account's id */
export async function makeStaff({ db, deps }: TestHub, { role, ...person }: Person): Promise<string> {
  hashed ??= deps.auth.$context.then(({ password }) => password.hash(PASSWORD));
  const password = await hashed;
  const { email = `${role}@example.com`, name = role } = person;
  return db.transaction((tx) => addAccount(tx, deps.clock, { name, email, role, password, emailVerified: true }));
}

/** A session of theirs, as after a passkey; gives the cookie to send. */
export async function enterAs({ deps }: TestHub, userId: string, way: "passkey" | "oidc" = "passkey"): Promise<string> {
  return sessionCookie(await deps.auth.api.enterDesk({ body: { userId, way }, asResponse: true }));
}

/** What the log says was done to something, in order. */
export const actionsOn = async ({ db }: TestHub, objectId: string): Promise<string[]> =>
  (await db.select().from(audit).where(eq(audit.objectId, objectId))).map(({ action }) => action);

export const tokenOf = (link: string): string => new URL(link).searchParams.get("token") ?? "";

/** Calls the API as a page of the hub does; `cookie` is whose. */
export const caller =
  ({ app, deps }: TestHub) =>
  (method: string, path: string, cookie = "", body?: unknown) =>
    Promise.resolve(
      app.request(`/api${path}`, withJson(method, body, { origin: deps.config.publicUrl, ...(cookie && { cookie }) })),
    );

/** The desk as one person calls it: `path` is below `/api/desk/`. */
export function openDesk(hub: TestHub, cookie: string) {
  const call = caller(hub);
  const send = (method: string, path: string, body?: object) => call(method, `/desk/${path}`, cookie, body);
  /** `T` is the route's contract. */
  const read = async <T>(path: string): Promise<T> => (await (await send("GET", path)).json()) as T;
  return { cookie, send, read };
}
