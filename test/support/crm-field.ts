import type { CrmField } from "#server/features/integrations/connector.ts";

/** A field of a CRM's contact, of text and as good as any, but for what a test changes. */
export const crmField = (name: string, change: Partial<CrmField> = {}): CrmField => ({
  name,
  label: name,
  type: "text",
  required: false,
  writable: true,
  archived: false,
  options: [],
  ...change,
});
