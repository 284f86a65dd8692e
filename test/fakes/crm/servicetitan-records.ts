/** A booking as ServiceTitan answers it. */
export type ServiceTitanBooking = {
  id: number;
  source: string;
  name: string;
  summary: string;
  status: "New" | "Accepted" | "Converted" | "Dismissed";
  isFirstTimeClient: boolean;
  externalId: string;
  bookingProviderId: number;
  jobId: number | null;
  createdOn: string;
};
export const makeBooking = (own: Partial<ServiceTitanBooking> = {}): ServiceTitanBooking => ({
  id: 5001,
  source: "Referral",
  name: "Ada",
  summary: "The boiler is cold.",
  status: "New",
  isFirstTimeClient: true,
  externalId: "REF-1",
  bookingProviderId: 85648468,
  jobId: null,
  createdOn: "2026-11-02T09:00:00Z",
  ...own,
});

export type ServiceTitanContactMethod = {
  id: string;
  contactId: string;
  type: "Email" | "Phone" | "MobilePhone";
  value: string;
  createdOn: string;
};

/** Lists come in pages, counted from 1. */
export function pageOf<T>(items: T[], query: URLSearchParams) {
  const [page, pageSize] = [Number(query.get("page") ?? 1), Number(query.get("pageSize") ?? 50)];
  const from = (page - 1) * pageSize;
  return {
    page,
    pageSize,
    hasMore: items.length > from + pageSize,
    totalCount: null,
    data: items.slice(from, from + pageSize),
  };
}
