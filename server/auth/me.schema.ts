import { z } from "zod";
import { PASSKEY_NAME_MAX } from "./passkey-name.values.ts";
import { NewPassword, StaffRole } from "./people.schema.ts";

const Password = z.string().max(128);

/** Who the desk is open to, and what the page of signing in offers. */
export const DeskSession = z.object({
  staff: z.object({ id: z.string(), name: z.string(), email: z.string(), role: StaffRole }).nullable(),
  /** A second factor is asked for and missing: only the own account is open. */
  lacksFactor: z.boolean(),
  ways: z.object({ oidc: z.boolean() }),
});
export type DeskSession = z.infer<typeof DeskSession>;

export const OwnSession = z.object({
  id: z.string(),
  device: z.string(),
  address: z.string().nullable(),
  way: z.string().nullable(),
  lastUsedAt: z.string(),
  createdAt: z.string(),
  /** The one that asks. */
  here: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;

export const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type Passkey = z.infer<typeof Passkey>;

export const Me = z.object({
  /** False for who comes by the company's sign-in alone. */
  password: z.boolean(),
  codes: z.boolean(),
  backupCodesLeft: z.number().int(),
  /** They have a second factor and have not shown it: until they do, none is added or taken away. */
  owesFactor: z.boolean(),
  passkeys: z.array(Passkey),
  sessions: z.array(OwnSession),
});
export type Me = z.infer<typeof Me>;

export const PasswordChange = z.strictObject({ current: Password, next: NewPassword });
/** Shown again before a factor changes: a session that was left open is not enough. */
export const Confirmed = z.strictObject({ password: Password });
export const CodeInput = z.strictObject({ code: z.string().trim().min(1).max(20) });
export const SignInInput = z.strictObject({ email: z.string().trim().max(254), password: Password });

/** What an authenticator app needs, shown once. `qr` is an SVG. */
export const CodesSetup = z.object({
  key: z.string(),
  uri: z.string(),
  qr: z.string(),
  backupCodes: z.array(z.string()),
});
export type CodesSetup = z.infer<typeof CodesSetup>;
export const BackupCodes = z.object({ backupCodes: z.array(z.string()) });
export type BackupCodes = z.infer<typeof BackupCodes>;

/** As the browser's toJSON() gives it; what is in it is checked by its signature. */
const Credential = z.looseObject({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal("public-key"),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
});
/** What its owner calls it, to tell it from others. */
const PasskeyName = z.string().trim().min(1).max(PASSKEY_NAME_MAX);
export const PasskeyInput = z.strictObject({ name: PasskeyName, credential: Credential });
export const PasskeyNamed = z.strictObject({ name: PasskeyName });
export const PasskeySignIn = z.strictObject({ credential: Credential });
/** For parseCreationOptionsFromJSON and parseRequestOptionsFromJSON of the browser. */
export const PasskeyOptions = z.object({ options: z.record(z.string(), z.unknown()) });
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;
