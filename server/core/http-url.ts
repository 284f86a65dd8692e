import { z } from "zod";

/** A full address, without a slash at the end. */
export const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));
