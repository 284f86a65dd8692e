import path from "node:path";
import { inspectDatabase, type Inspection } from "#db/inspect.ts";
import { toPath } from "#db/to-path.ts";
import { whatToLookAt } from "../open-data.ts";
import { wordsOf } from "../core/errors.ts";
import { checkKeys } from "./check-keys.ts";
import { findObstacle } from "./find-obstacle.ts";
import { type Doctor, fail, type Finding, ok, warn } from "./finding.ts";
import { HOUR_MS } from "../core/durations.values.ts";

/** A running hub deletes every hour. */
const UNCLEANED_HOURS = 26;

/** Opens, tables, writable, whole; and what waits in it. Changes nothing. */
export async function checkDatabase(doctor: Doctor): Promise<Finding[]> {
  const { databaseUrl } = doctor.config;
  try {
    const found = await inspectDatabase(databaseUrl);
    if (!found) return [describeNone(toPath(databaseUrl))];
    if (found.now) doctor.clocks.push({ of: "the database", aheadMs: doctor.now().getTime() - found.now.getTime() });
    const now = doctor.now();
    const keys = checkKeys(doctor, found);
    return [describeDatabase(found), ...describeOutbox(found, now), ...describeCleaning(found, now), keys];
  } catch (error) {
    return [fail("database", `It does not open: ${wordsOf(error)}.`, whatToLookAt(databaseUrl))];
  }
}

function describeNone(file: string): Finding {
  const obstacle = findObstacle(path.dirname(file));
  if (!obstacle) return warn("database", "There is none yet.", "npm start makes it.");
  return fail("database", `There is none, and none can be made: ${obstacle}.`, whatToLookAt(file));
}

function describeDatabase({ dialect, pending, unknown, notWritable, damage }: Inspection): Finding {
  if (damage)
    return fail("database", `It is damaged: ${damage}.`, "Stop the hub; npm run restore -- FILE puts a backup back.");
  if (notWritable)
    return fail("database", `Nothing can be written: ${notWritable}.`, "Look at its rights and the disk.");
  if (unknown.length > 0)
    return fail(
      "database",
      `A newer version has used it (${unknown.at(-1)}).`,
      "Start that version, or restore a backup.",
    );
  if (pending.length > 0)
    return warn(
      "database",
      `Its tables lack ${pending.length} of this version's migrations.`,
      "Make a backup; npm start brings them.",
    );
  return ok("database", `${dialect === "sqlite" ? "SQLite" : "PostgreSQL"} opens, is whole, and is not read-only.`);
}

function describeOutbox({ outbox }: Inspection, now: Date): Finding[] {
  if (!outbox) return [];
  const { waiting, dead, oldestDueAt } = outbox;
  if (dead > 0)
    return [warn("deliveries", `${dead} were given up.`, "The desk says why, under Deliveries, and sends them again.")];
  if (oldestDueAt && now.getTime() - oldestDueAt.getTime() > HOUR_MS)
    return [warn("deliveries", `${waiting} wait, one for over an hour.`, "Look whether the hub runs, and at its log.")];
  return [ok("deliveries", waiting === 0 ? "Nothing waits." : `${waiting} wait, none for long.`)];
}

function describeCleaning({ cleanedAt }: Inspection, now: Date): Finding[] {
  if (!cleanedAt) return [];
  const hours = Math.floor((now.getTime() - cleanedAt.getTime()) / HOUR_MS);
  if (hours < UNCLEANED_HOURS) return [ok("retention", "What is too old is deleted every hour.")];
  const says = `What is too old was last deleted ${hours} hours ago.`;
  return [warn("retention", says, "Look whether the hub runs, and at its log: what it cannot delete it says there.")];
}
