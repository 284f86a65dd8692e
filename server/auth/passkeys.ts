import { and, eq, lt, or } from "drizzle-orm";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { isUnavailable, isUniqueViolation } from "#db/errors.ts";
import { user } from "#db/schema/auth.ts";
import { passkeys } from "#db/schema/staff.ts";
import { AppError } from "#server/core/errors.ts";
import { noteAudit } from "./note-audit.ts";
import { ANYBODY, expected, keepChallenge, rpIdOf, type PasskeyDeps } from "./passkey-challenges.ts";
import type { Staff } from "./staff.ts";

const MOST_PASSKEYS = 20;
/** Ed25519, ES256 and RS256: what devices have. */
const ALGORITHMS = [-8, -7, -257];

/** What the browser makes a passkey from; the challenge works once, for this person. */
export async function offerPasskey(deps: PasskeyDeps, staff: Staff) {
  const owned = await deps.db.select().from(passkeys).where(eq(passkeys.userId, staff.id));
  if (owned.length >= MOST_PASSKEYS)
    throw new AppError("unprocessable", `You have ${MOST_PASSKEYS} passkeys. Remove one first.`);
  const options = await generateRegistrationOptions({
    rpName: `${deps.hub.product.name} ${deps.hub.product.hub}`,
    rpID: rpIdOf(deps),
    userID: new TextEncoder().encode(staff.id),
    userName: staff.email,
    userDisplayName: staff.name,
    excludeCredentials: owned.map(({ id, transports }) => ({ id, ...(transports && { transports }) })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(deps, options.challenge, staff.id);
  return options;
}

type Given = { name: string; response: RegistrationResponseJSON };

/** @throws AppError `bad_request` when it is not what was asked for, `conflict` when it is here already */
export async function addPasskey(deps: PasskeyDeps, staff: Staff, { name, response }: Given) {
  const { db, clock } = deps;
  const { registrationInfo: made } = await verifyRegistrationResponse({
    response,
    supportedAlgorithmIDs: ALGORITHMS,
    ...expected(deps, staff.id),
  }).catch(sayNotMeant);
  if (!made) throw notMeant();
  const { id, publicKey, counter, transports } = made.credential;
  const row = { id, userId: staff.id, name, counter, transports: transports?.slice(0, 8) ?? null };
  const key = Buffer.from(publicKey).toString("base64url");
  return db
    .transaction(async (tx) => {
      await tx.insert(passkeys).values({ ...row, publicKey: key, createdAt: clock.now() });
      await noteAudit(tx, clock, staff, { action: "staff.passkey-added", objectId: staff.id, detail: { name } });
      return { isFirst: (await tx.$count(passkeys, eq(passkeys.userId, staff.id))) === 1 };
    })
    .catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
      throw new AppError("conflict", "This passkey is in use already.", { cause: error });
    });
}

/** @throws AppError `not_found` when they have no such passkey */
export async function renamePasskey({ db, clock }: PasskeyDeps, staff: Staff, id: string, name: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [named] = await tx.update(passkeys).set({ name }).where(ownOf(staff, id)).returning({ id: passkeys.id });
    if (!named) throw gone();
    await noteAudit(tx, clock, staff, { action: "staff.passkey-renamed", objectId: staff.id, detail: { name } });
  });
}

export async function removePasskey({ db, clock }: PasskeyDeps, staff: Staff, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [removed] = await tx.delete(passkeys).where(ownOf(staff, id)).returning({ name: passkeys.name });
    if (!removed) throw gone();
    await noteAudit(tx, clock, staff, { action: "staff.passkey-removed", objectId: staff.id, detail: removed });
  });
}

/** What the browser asks its passkeys with; whoever has one here may answer. */
export async function askForPasskey(deps: PasskeyDeps) {
  const options = await generateAuthenticationOptions({ rpID: rpIdOf(deps), userVerification: "required" });
  await keepChallenge(deps, options.challenge, ANYBODY);
  return options;
}

/** @returns whose it is. @throws AppError `unauthorized` */
export async function readPasskey(deps: PasskeyDeps, response: AuthenticationResponseJSON) {
  const { db, clock } = deps;
  const [known] = await db
    .select({ passkey: passkeys, name: user.name })
    .from(passkeys)
    .innerJoin(user, eq(user.id, passkeys.userId))
    .where(eq(passkeys.id, response.id));
  if (!known) throw unknownPasskey();
  const { id, publicKey, counter, userId } = known.passkey;
  const credential = { id, publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")), counter };
  const { verified, authenticationInfo: said } = await verifyAuthenticationResponse({
    response,
    credential,
    ...expected(deps, ANYBODY),
  }).catch(sayUnknown);
  if (!verified) throw unknownPasskey();
  // synced passkeys always count 0; another counter only rises, also when two answers come at once
  const rises = or(lt(passkeys.counter, said.newCounter), eq(passkeys.counter, 0));
  const used = await db
    .update(passkeys)
    .set({ counter: said.newCounter, lastUsedAt: clock.now() })
    .where(and(eq(passkeys.id, id), rises))
    .returning({ id: passkeys.id });
  if (used.length === 0) throw unknownPasskey();
  return { id: userId, name: known.name };
}

const ownOf = (staff: Staff, id: string) => and(eq(passkeys.id, id), eq(passkeys.userId, staff.id));
const gone = (): AppError => new AppError("not_found", "This passkey is gone already.");
const notMeant = (cause?: unknown): AppError =>
  new AppError("bad_request", "This passkey could not be added. Begin again.", { cause });
const unknownPasskey = (cause?: unknown): AppError =>
  new AppError(
    "unauthorized",
    "This passkey is not known here, or it took too long. Try again, or sign in another way.",
    { cause },
  );
function sayNotMeant(cause: unknown): never {
  throw isUnavailable(cause) ? cause : notMeant(cause);
}
function sayUnknown(cause: unknown): never {
  throw isUnavailable(cause) ? cause : unknownPasskey(cause);
}
