import type { Integration } from "#content/schema.ts";

/** A CRM that stands in for the vendor's, with somebody in it to look for. */
export type DemoCrm = {
  name: string;
  /** What hub.yaml says of it: where it is reached. */
  entry: Pick<Integration, "id" | "apiBase" | "authBase" | "statusUrl" | "statusInstance">;
  /** The operator's own app there, as settings of the hub. */
  settings: Record<string, string>;
  /** What to enter, and what will be seen. */
  toTry: string[];
  close: () => Promise<void>;
};

/** Every CRM that can be set up. */
export const startCrms = (): Promise<DemoCrm[]> => Promise.all([]);
