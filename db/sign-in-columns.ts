/** What better-auth keeps of whoever signs in: once for staff, once for customers. Made anew for each table, whose the columns become. */
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { bool, instant, str } from "./columns.ts";

const times = () => ({ createdAt: instant().notNull(), updatedAt: instant().notNull() });
type UserId = () => AnySQLiteColumn;
const userOf = (id: UserId) => str().notNull().references(id, { onDelete: "cascade" });

export const userColumns = () => ({
  id: str().primaryKey(),
  name: str().notNull(),
  email: str().notNull(),
  emailVerified: bool().notNull(),
  image: str(),
  ...times(),
});

export const sessionColumns = (userId: UserId) => ({
  id: str().primaryKey(),
  token: str().notNull(),
  userId: userOf(userId),
  expiresAt: instant().notNull(),
  ipAddress: str(),
  userAgent: str(),
  ...times(),
});

export const accountColumns = (userId: UserId) => ({
  id: str().primaryKey(),
  accountId: str().notNull(),
  providerId: str().notNull(),
  userId: userOf(userId),
  accessToken: str(),
  refreshToken: str(),
  idToken: str(),
  accessTokenExpiresAt: instant(),
  refreshTokenExpiresAt: instant(),
  scope: str(),
  password: str(),
  ...times(),
});

export const verificationColumns = () => ({
  id: str().primaryKey(),
  identifier: str().notNull(),
  value: str().notNull(),
  expiresAt: instant().notNull(),
  ...times(),
});
