import { z } from "zod";
import type { Account, Call, FoundRecord } from "../../connector.ts";
import { VendorFault, vendorNotes as n } from "../../vendor-fault.ts";
import { readList } from "./servicetitan.request.ts";

/** There is no “who am I”: a business unit that comes back proves token, tenant and app key at once. */
export async function readAccount(call: Call): Promise<Account> {
  const tenantId = call.grant.credentials?.["tenantId"] ?? "";
  const [unit] = await readList(call, z.object({ name: z.string() }), {
    module: "settings",
    path: "business-units?pageSize=1",
    scope: "tn.stt.businessunits:r",
  }).catch((error: unknown) => {
    if (!(error instanceof VendorFault) || error.code !== "not_found") throw error;
    throw new VendorFault("wrong_account", n.noTenant(tenantId, error.came), {
      status: error.status,
      cause: error,
    });
  });
  return { id: tenantId, name: `Tenant ${tenantId}`, detail: unit?.name ?? null, url: null };
}

/** That the booking provider value, which the customer copied, is one of this tenant. */
export async function proveBookingProvider(call: Call): Promise<void> {
  await readBookings(call, "pageSize=1").catch((error: unknown) => {
    if (!(error instanceof VendorFault) || error.code !== "not_found") throw error;
    throw new VendorFault("not_found", n.noProvider(error.came), {
      status: error.status,
      cause: error,
    });
  });
}

const Booking = z.object({
  id: z.number(),
  name: z.string().nullish(),
  status: z.string().nullish(),
  createdOn: z.string().nullish(),
});

async function readBookings(call: Call, search: string) {
  const provider = call.grant.credentials?.["bookingProvider"] ?? "";
  // it is a part of the path: “..” would lead to the bookings of all
  if (!/^[\w-]+$/.test(provider)) throw new VendorFault("not_found", n.providerSigns(provider.slice(0, 60)));
  return readList(call, Booking, {
    module: "crm",
    path: `booking-provider/${provider}/bookings?${search}`,
    scope: "tn.crm.bookings:r",
  });
}

/**
 * Bookings by their external id, which is the referral code; then contacts with the address. Beside bookings, contacts
 * that may not be read are none: apps without this permission exist, and so do tenants without this part.
 */
export async function findPeople(call: Call, email: string, externalId?: string): Promise<FoundRecord[]> {
  if (!externalId) return readContacts(call, email);
  const [bookings, contacts] = await Promise.all([
    readBookings(call, `externalId=${encodeURIComponent(externalId)}`),
    readContacts(call, email).catch(noneIfUntold),
  ]);
  return [
    ...bookings.map((booking) => ({
      object: "booking",
      id: String(booking.id),
      name: booking.name ?? null,
      url: null,
      stage: booking.status ?? null,
      createdAt: booking.createdOn ?? null,
      converted: null,
    })),
    ...contacts,
  ];
}

const Method = z.object({
  contactId: z.union([z.number(), z.string()]),
  value: z.string(),
  createdOn: z.string().nullish(),
});

function noneIfUntold(error: unknown): [] {
  if (error instanceof VendorFault && (error.code === "not_found" || error.code === "scope_missing")) return [];
  throw error;
}

async function readContacts(call: Call, email: string): Promise<FoundRecord[]> {
  const methods = await readList(call, Method, {
    module: "crm",
    path: `contacts/contact-methods?type=Email&value=${encodeURIComponent(email)}`,
    scope: "tn.crm.contacts:r",
  });
  return methods.map(({ contactId, createdOn }) => ({
    object: "contact",
    id: String(contactId),
    name: null,
    url: null,
    stage: null,
    createdAt: createdOn ?? null,
    converted: null,
  }));
}
