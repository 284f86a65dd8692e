import path from "node:path";
import { getAuthTables } from "better-auth/db";
import { getTableColumns } from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { loadHub } from "#content/hub.ts";
import * as staff from "#db/schema/auth.ts";
import * as workspaces from "#db/schema/workspaces.ts";
import { createAuth } from "#server/auth/auth.ts";
import { createCustomerAuth } from "#server/auth/customer-auth.ts";
import { systemClock } from "#server/core/clock.ts";
import { createLog } from "#server/core/log.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
const config = { publicUrl: "http://localhost:4321", authSecret: "a".repeat(32), dataDir: "/nowhere" };
const hub = loadHub(path.resolve(import.meta.dirname, "../../content"));
const deps = { config, hub, db, log: createLog("silent") };
const { customers, customerSessions, customerAccounts, customerVerifications } = workspaces;
const forCustomers = {
  user: customers,
  session: customerSessions,
  account: customerAccounts,
  verification: customerVerifications,
};

const wantedByStaff = Object.entries(getAuthTables(createAuth(deps).options));
const wantedByCustomers = Object.entries(
  getAuthTables(createCustomerAuth({ ...deps, clock: systemClock, sendLink: async () => {} }).options),
);
const wanted = [
  ...wantedByStaff.map(([name, { fields }]) => ["the desk", name, fields, tableOf(staff, name)] as const),
  ...wantedByCustomers.map(([name, { fields }]) => ["customers", name, fields, tableOf(forCustomers, name)] as const),
];

function tableOf(tables: Record<string, SQLiteTable>, name: string): SQLiteTable {
  const table = tables[name];
  if (!table) throw new Error(`There is no table ${name}`);
  return table;
}

test.each(wanted)("better-auth's table for %s, %s, is as it wants it", (_who, name, fields, table) => {
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
  expect(Object.keys(staff).sort()).toEqual(wantedByStaff.map(([name]) => name).sort());
  expect(Object.keys(forCustomers).sort()).toEqual(wantedByCustomers.map(([name]) => name).sort());
});
