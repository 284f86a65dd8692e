import { createHmac } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import { equalsInsensitive } from "#db/query.ts";
import { audit } from "#db/schema/audit.ts";
import { user } from "#db/schema/auth.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Staff } from "#server/auth/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { AppError } from "#server/core/errors.ts";
import { hubSecret } from "#server/core/secrets.ts";
import { countInLog, countPerson, findNaming } from "./count-person.ts";
import { erasePerson, type SumGaps } from "./erase-person.ts";
import { exportPerson } from "./export-person.ts";
import { findPerson } from "./find-person.ts";
import type { PersonErased, PersonFound } from "./privacy.schema.ts";

export type PrivacyDeps = {
  db: Db;
  clock: Clock;
  hub: Pick<Hub, "support" | "retentionDays" | "retention">;
  config: Pick<Config, "authSecret" | "dataDir" | "mail">;
  sumGaps: SumGaps;
};
type By = Pick<Staff, "id" | "name">;

/** What can be done about an address. The log names it by a hash that nobody can make without the hub's secret. */
export function openPrivacy({ db, clock, hub, config, sumGaps }: PrivacyDeps) {
  const secret = hubSecret(config);
  const hashOf = (address: string): string =>
    createHmac("sha256", secret).update(`erased:${address}`).digest("hex").slice(0, 32);

  const isOurs = async (address: string): Promise<boolean> =>
    [hub.support.email, config.mail?.from].some((own) => own?.toLowerCase() === address) ||
    (await db.$count(user, equalsInsensitive(user.email, address))) > 0;

  async function find(address: string): Promise<PersonFound> {
    const person = await findPerson(db, address);
    const before = await db
      .select({ at: audit.at, by: audit.staffName })
      .from(audit)
      .where(and(eq(audit.objectId, hashOf(address)), eq(audit.action, "address.erased")))
      .orderBy(desc(audit.at));
    return {
      address,
      counts: await countPerson(db, person),
      namedIn: await findNaming(db, person),
      inLog: await countInLog(db, person),
      ours: await isOurs(address),
      erasedBefore: before.map(({ at, by }) => ({ at: at.toISOString(), by })),
    };
  }

  async function exported(address: string, by: By): Promise<AsyncGenerator<string>> {
    const person = await findPerson(db, address);
    await db.transaction((tx) => noteAudit(tx, clock, by, { action: "address.exported", objectId: hashOf(address) }));
    return exportPerson(db, person, clock.now());
  }

  /** @throws AppError "unprocessable" for an address of the hub's own */
  async function erase(address: string, by: By): Promise<PersonErased> {
    if (await isOurs(address))
      throw new AppError(
        "unprocessable",
        "This address is the hub's own or a colleague's. Accounts of staff are under People.",
      );
    const erased = await db.transaction(async (tx) => {
      const person = await findPerson(tx, address);
      const counts = await countPerson(tx, person);
      await erasePerson(tx, person, sumGaps);
      await noteAudit(tx, clock, by, { action: "address.erased", objectId: hashOf(address), detail: counts });
      return { counts, namedIn: await findNaming(tx, person), inLog: await countInLog(tx, person) };
    });
    await db.sweep();
    return erased;
  }

  return { find, export: exported, erase };
}
