import type { MiddlewareHandler } from "hono";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import type { Auth } from "./auth.ts";
import { STRONG_WAYS } from "./enter-desk.ts";
import type { StaffRole } from "./people.schema.ts";
import { STAFF_ROLES } from "./staff-roles.values.ts";

export type Staff = { id: string; email: string; name: string; role: StaffRole };
export type StaffEnv = VisitorEnv & { Variables: { staff: Staff } };

/** Who is signed in, and how. `lacksFactor`: the hub asks for a second factor, and this session began with one. */
export type SignedIn = {
  staff: Staff;
  session: { id: string; way: string | null };
  codesOn: boolean;
  lacksFactor: boolean;
};
export type SignedInEnv = StaffEnv & { Variables: { signedIn: SignedIn } };

/**
 * Who is signed in, or null. Reads the session in the database each time: who is barred is out at once.
 * @throws AppError "unavailable" when it cannot be read
 */
export async function readSignedIn(auth: Auth, headers: Headers): Promise<SignedIn | null> {
  if (!headers.has("cookie")) return null;
  const signedIn = await auth.api.getSession({ headers }).catch((error: unknown) => {
    throw sessionUnread(error);
  });
  const role = STAFF_ROLES.find((known) => known === signedIn?.user.role);
  if (!signedIn || !role || signedIn.user.banned) return null;
  const { id, email, name, twoFactorEnabled } = signedIn.user;
  const way = signedIn.session.way ?? null;
  const strong = Boolean(twoFactorEnabled) || STRONG_WAYS.some((known) => known === way);
  return {
    staff: { id, email, name, role },
    session: { id: signedIn.session.id, way },
    codesOn: Boolean(twoFactorEnabled),
    lacksFactor: auth.asksSecondFactor && !strong,
  };
}

/** The same for whom the desk is open to: a second factor that the hub asks for is there. */
export async function readStaff(auth: Auth, headers: Headers): Promise<Staff | null> {
  const signedIn = await readSignedIn(auth, headers);
  return signedIn && !signedIn.lacksFactor ? signedIn.staff : null;
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

/** 401 for who is not signed in, 403 for who may less than `needed` or lacks a second factor; sets `c.get("staff")`. */
export const requireStaff =
  (auth: Auth, needed: StaffRole = "agent"): MiddlewareHandler<StaffEnv> =>
  async (c, next) => {
    const { staff, lacksFactor } = await mustBeSignedIn(auth, c.req.raw.headers);
    if (lacksFactor) throw new AppError("forbidden", "This hub asks for a second factor. Turn one on under People.");
    if (!isAllowed(staff, needed)) throw new AppError("forbidden", `Only ${NEEDED[needed]} can do this.`);
    c.set("staff", staff);
    await next();
  };

/** 401 for who is not signed in. For what people do with their own account: a second factor is turned on there. */
export const requireSelf =
  (auth: Auth): MiddlewareHandler<SignedInEnv> =>
  async (c, next) => {
    const signedIn = await mustBeSignedIn(auth, c.req.raw.headers);
    c.set("staff", signedIn.staff);
    c.set("signedIn", signedIn);
    await next();
  };

async function mustBeSignedIn(auth: Auth, headers: Headers): Promise<SignedIn> {
  const signedIn = await readSignedIn(auth, headers);
  if (!signedIn) throw new AppError("unauthorized", "Sign in at the desk first.");
  return signedIn;
}
