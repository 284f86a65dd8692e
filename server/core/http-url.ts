import { z } from "zod";

/** A full address, without a slash at the end. */
export const httpUrl = z
  .url({ protocol: /^https?$/, error: "write a full address, from https:// or http:// on" })
  .transform((url) => url.replace(/\/+$/, ""));
