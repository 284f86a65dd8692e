import { z } from "zod";
import { AppError } from "./errors.ts";

/** `Idempotency-Key`: the same request with the same key is done once. */
const IdempotencyKey = z.string().trim().min(8).max(200);

/** @throws AppError "bad_request" for one that is too short or too long */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = IdempotencyKey.safeParse(header);
  if (key.success) return key.data;
  const fields = [{ path: "Idempotency-Key", message: "use 8 to 200 characters" }];
  throw new AppError("bad_request", "The Idempotency-Key has the wrong length.", { fields });
}
