import type { MiddlewareHandler } from "hono";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { STAFF_ROLES, type Auth, type StaffRole } from "./auth.ts";

export type Staff = { id: string; email: string; name: string; role: StaffRole };
export type StaffEnv = VisitorEnv & { Variables: { staff: Staff } };

/**
 * Who is signed in, or null. Reads the session in the database each time: who is barred is out at once.
 * @throws AppError "unavailable" when it cannot be read
 */
export async function readStaff(auth: Auth, headers: Headers): Promise<Staff | null> {
  if (!headers.has("cookie")) return null;
  const signedIn = await auth.api.getSession({ headers }).catch((error: unknown) => {
    throw sessionUnread(error);
  });
  const role = STAFF_ROLES.find((known) => known === signedIn?.user.role);
  if (!signedIn || !role || signedIn.user.banned) return null;
  const { id, email, name } = signedIn.user;
  return { id, email, name, role };
}

/** better-auth does not say why it cannot read a session: as good as always the database is away. */
export const sessionUnread = (cause: unknown): AppError =>
  new AppError("unavailable", "Who is signed in cannot be checked right now. Try again in a minute.", {
    retryAfter: 10,
    cause,
  });

/** Each may what those before it may: a writer sees articles and gaps, an agent cases too, an admin decides who may. */
const RANK = { writer: 0, agent: 1, admin: 2 } satisfies Record<StaffRole, number>;
const NEEDED = { writer: "staff", agent: "an agent", admin: "an admin" } satisfies Record<StaffRole, string>;

/** Whether somebody may what `needed` may; nobody may not. */
export const isAllowed = (staff: Staff | null, needed: StaffRole): boolean =>
  staff !== null && RANK[staff.role] >= RANK[needed];

/** 401 for who is not signed in, 403 for who may less than `needed`; sets `c.get("staff")`. */
export const requireStaff =
  (auth: Auth, needed: StaffRole = "agent"): MiddlewareHandler<StaffEnv> =>
  async (c, next) => {
    const staff = await readStaff(auth, c.req.raw.headers);
    if (!staff) throw new AppError("unauthorized", "Sign in at the desk first.");
    if (!isAllowed(staff, needed)) throw new AppError("forbidden", `Only ${NEEDED[needed]} can do this.`);
    c.set("staff", staff);
    await next();
  };
