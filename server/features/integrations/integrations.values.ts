/** Lists that the browser reads too; imports nothing but words. */
import { productWords } from "./product.words.ts";

/** What the product knows of a person and can put into a field of a CRM. */
export const PRODUCT_FIELDS = [
  "email",
  "first_name",
  "last_name",
  "full_name",
  "phone",
  "company",
  "referral_code",
  "referral_link",
  "referred_by",
  "campaign",
  "message",
  "is_first_time",
] as const;
export type ProductField = (typeof PRODUCT_FIELDS)[number];

/** What people read for each, within a sentence. */
export const PRODUCT_FIELD_TITLES: Record<ProductField, string> = productWords.fields;

export const HALVES = ["referrers", "leads"] as const;
export type Half = (typeof HALVES)[number];

/** What happens to a contact that the CRM already has; customers read `skip` as “Do nothing”. */
export const EXISTING_POLICIES = ["update", "skip", "duplicate"] as const;
export type ExistingPolicy = (typeof EXISTING_POLICIES)[number];

/** What people read for each. */
export const POLICY_TITLES: Record<ExistingPolicy, string> = productWords.policies;

/**
 * How far a connection is. `new`: nothing connected yet. `waiting`, `refused`, `approved`: the Tenant ID's way (ServiceTitan).
 * `connected`: the CRM lets us in. `reconnect`: it did, and does not any more.
 */
export const CONNECTION_STATES = ["new", "waiting", "refused", "approved", "connected", "reconnect"] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

export const CHECK_STATES = ["ok", "warning", "failed", "unknown"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What a sync would do with a contact now. */
export const TRACE_OUTCOMES = ["create", "update", "skip", "probably_fails", "unknown"] as const;
export type TraceOutcome = (typeof TRACE_OUTCOMES)[number];

/** Why a CRM did not give what it was asked for; each has a sentence and something to do. */
export const FAULT_CODES = [
  "wrong_key",
  "wrong_app",
  "expired",
  "revoked",
  "scope_missing",
  "wrong_account",
  "limited",
  "not_found",
  "refused",
  "vendor_down",
  "timeout",
  "unreachable",
  "unreadable",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];
