import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { uuidv7 } from "uuidv7";

/** `esc_0190…`: a UUIDv7 behind a prefix that names its kind; sorts by time. */
export const newId = (prefix: string): string => `${prefix}_${uuidv7().replaceAll("-", "")}`;

/** 128 random bits, base64url: for links that are the only key to something. Store `hashSecret` of it, never itself. */
export const newSecret = (): string => randomBytes(16).toString("base64url");

export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Compared in the same time, however much of it is right. */
export const isSameSecret = (given: string, wanted: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(wanted)));
