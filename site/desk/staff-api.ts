import type { BackupCodes, CodesSetup, Me } from "#server/auth/me.schema.ts";
import type { Invited, People, ResetMade, StaffRole } from "#server/auth/people.schema.ts";
import type { Log, LogQuery } from "#server/features/desk/log.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";
import { makePasskey } from "./passkey-browser.ts";

const { people, invites, me, log } = api.desk;

export const listPeople = async (): Promise<People> => readAnswer(await people.$get());

export const changeRole = async (id: string, role: StaffRole): Promise<void> =>
  readAnswer(await people[":id"].role.$put({ param: { id }, json: { role } }));

/** Barring ends their sessions at once; what they wrote stays. */
export const setBarred = async (id: string, barred: boolean): Promise<void> =>
  readAnswer(await people[":id"].barred.$put({ param: { id }, json: { barred } }));

export const resetFactors = async (id: string): Promise<void> =>
  readAnswer(await people[":id"]["second-factor"].$delete({ param: { id } }));

export const endSessionsOf = async (id: string): Promise<void> =>
  readAnswer(await people[":id"].sessions.$delete({ param: { id } }));

/** A link that sets a new password; it goes by mail where there is any. */
export const makeResetLink = async (id: string): Promise<ResetMade> =>
  readAnswer(await people[":id"].reset.$post({ param: { id } }));

/** Their account goes, and their open cases are nobody's. */
export const removeColleague = async (id: string): Promise<void> =>
  readAnswer(await people[":id"].$delete({ param: { id } }));

export const invite = async (email: string, role: StaffRole): Promise<Invited> =>
  readAnswer(await invites.$post({ json: { email, role } }));

export const inviteAgain = async (id: string): Promise<Invited> =>
  readAnswer(await invites[":id"].again.$post({ param: { id } }));

export const revokeInvite = async (id: string): Promise<void> =>
  readAnswer(await invites[":id"].$delete({ param: { id } }));

export const readMe = async (): Promise<Me> => readAnswer(await me.$get());

/** Your other sessions end. */
export const changePassword = async (current: string, next: string): Promise<void> =>
  readAnswer(await me.password.$post({ json: { current, next } }));

export const beginCodes = async (password: string): Promise<CodesSetup> =>
  readAnswer(await me.codes.$post({ json: { password } }));

export const turnCodesOn = async (code: string): Promise<void> =>
  readAnswer(await me.codes.confirm.$post({ json: { code } }));

export const turnCodesOff = async (password: string): Promise<void> =>
  readAnswer(await me.codes.off.$post({ json: { password } }));

export const makeBackupCodes = async (password: string): Promise<BackupCodes> =>
  readAnswer(await me.codes.backup.$post({ json: { password } }));

export async function addPasskey(name: string, password: string): Promise<void> {
  const begun = await readAnswer<{ options: Record<string, unknown> }>(
    await me["passkey-challenge"].$post({ json: { password } }),
  );
  const credential = await makePasskey(begun.options);
  await readAnswer(await me.passkeys.$post({ json: { name, credential } }));
}

export const renamePasskey = async (id: string, name: string): Promise<void> =>
  readAnswer(await me.passkeys[":id"].$patch({ param: { id }, json: { name } }));

export const removePasskey = async (id: string): Promise<void> =>
  readAnswer(await me.passkeys[":id"].$delete({ param: { id } }));

export const endSession = async (id: string): Promise<void> =>
  readAnswer(await me.sessions[":id"].$delete({ param: { id } }));

export const endOtherSessions = async (): Promise<void> => readAnswer(await me.sessions.$delete());

export const readLog = async (query: LogQuery): Promise<Log> => readAnswer(await log.$get({ query }));
