import { z } from "zod";
import { STAFF_ROLES } from "./staff-roles.values.ts";

export const PersonName = z.string().trim().min(1).max(120);
export const NewPassword = z.string().min(10, "use at least 10 characters").max(128);
export const StaffRole = z.enum(STAFF_ROLES);
export type StaffRole = z.infer<typeof StaffRole>;

export const Colleague = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: StaffRole,
  barred: z.boolean(),
  codes: z.boolean(),
  passkeys: z.number().int(),
  /** Their last deed or request; null for who never came. */
  lastSeenAt: z.string().nullable(),
});
export type Colleague = z.infer<typeof Colleague>;

export const Invite = z.object({
  id: z.string(),
  email: z.string(),
  role: StaffRole,
  invitedBy: z.string(),
  expiresAt: z.string(),
  late: z.boolean(),
});
export type Invite = z.infer<typeof Invite>;

export const People = z.object({
  people: z.array(Colleague),
  invites: z.array(Invite),
  /** Whether invitations go by mail. */
  mail: z.boolean(),
  /** Everybody has to have a second factor. */
  asksSecondFactor: z.boolean(),
});
export type People = z.infer<typeof People>;

export const InviteInput = z.strictObject({ email: z.email().max(254).toLowerCase(), role: StaffRole });
/** Without mail, the link is shown, once, to whoever invites. */
export const Invited = z.object({ id: z.string(), link: z.string().nullable() });
export type Invited = z.infer<typeof Invited>;

/** The same of a link that sets a new password. */
export const ResetMade = z.object({ link: z.string().nullable() });
export type ResetMade = z.infer<typeof ResetMade>;

export const RoleInput = z.strictObject({ role: StaffRole });
export const BarredInput = z.strictObject({ barred: z.boolean() });
/** What somebody who was invited fills in. */
export const AcceptInput = z.object({ token: z.string().min(1).max(100), name: PersonName, password: NewPassword });
export type AcceptInput = z.infer<typeof AcceptInput>;
/** Whose password is forgotten. */
export const ForgottenInput = z.object({ email: z.email().max(254).toLowerCase() });
export const ResetInput = z.object({ token: z.string().min(1).max(100), password: NewPassword });
export type ResetInput = z.infer<typeof ResetInput>;
