import type { CrmField, FieldType, Pipeline } from "../../connector.ts";

const field = (name: string, label: string, type: FieldType, required = true): CrmField => ({
  name,
  label,
  type,
  required,
  writable: true,
  archived: false,
  options: [],
});

/** What a booking consists of. ServiceTitan lists it nowhere, and it is the same for all. */
export const BOOKING_FIELDS: CrmField[] = [
  field("source", "Source", "text"),
  field("name", "Name", "text"),
  field("email", "E-mail", "email"),
  field("summary", "Summary", "text"),
  field("isFirstTimeClient", "Is First Time Client", "boolean"),
  field("externalId", "External Id", "text"),
  field("phone", "Phone", "phone", false),
];

const stage = (kind: "Booking" | "Job", id: string, label: string, won = false) => ({
  id,
  label: `${kind}: ${label}`,
  active: true,
  won,
});

/** The same for all, too. A booking begins as New; once it is Converted, the status of its job goes on. */
export const STATUSES: Pipeline[] = [
  {
    id: "",
    label: "Status",
    active: true,
    stages: [
      stage("Booking", "New", "New"),
      stage("Booking", "Accepted", "Accepted"),
      stage("Booking", "Dismissed", "Dismissed"),
      stage("Booking", "Converted", "Converted, it became a job", true),
      stage("Job", "Scheduled", "Scheduled"),
      stage("Job", "InProgress", "In progress"),
      stage("Job", "Hold", "On hold"),
      stage("Job", "Completed", "Completed", true),
      stage("Job", "Canceled", "Canceled"),
    ],
  },
];
