import { getAuthTables } from "better-auth/db";
import { getTableColumns } from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import * as schema from "#db/schema/auth.ts";
import { createAuth } from "#server/auth/auth.ts";
import { createLog } from "#server/core/log.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
const config = { publicUrl: "http://localhost:4321", authSecret: "a".repeat(32), dataDir: "/nowhere" };
const { options } = createAuth({ config, db, log: createLog("silent") });
const wanted = Object.entries(getAuthTables(options));
const ours: Record<string, SQLiteTable> = schema;

test.each(wanted)("better-auth's table %s is as it wants it", (name, { fields }) => {
  const table = ours[name];
  if (!table) throw new Error(`db/schema/auth.ts has no table ${name}`);
  const columns = getTableColumns(table);
  const unique = getTableConfig(table)
    .indexes.map((index) => index.config)
    .filter((index) => index.unique);
  for (const [field, { required, unique: isUnique }] of Object.entries(fields)) {
    const column = columns[field];
    expect(column, `${name}.${field}`).toBeDefined();
    // what it may leave out must not be required of it
    if (!required) expect(column?.notNull, `${name}.${field} may be empty`).toBe(false);
    const held = unique.some((index) => index.columns.some((one) => "name" in one && one.name === column?.name));
    if (isUnique) expect(held, `${name}.${field} is unique`).toBe(true);
  }
  expect(Object.keys(columns).sort()).toEqual(["id", ...Object.keys(fields)].sort());
});

test("there is no table of sign-in that nothing uses", () => {
  expect(Object.keys(ours).sort()).toEqual(wanted.map(([name]) => name).sort());
});
