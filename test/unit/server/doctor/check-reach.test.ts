import { expect, test } from "vitest";
import { whatToMend } from "#server/doctor/check-reach.ts";

test.each([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "CERT_HAS_EXPIRED",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
])("%s: the certificate is what to look at", (code) => {
  expect(whatToMend(`help.example.com cannot be reached (${code})`)).toContain("fullchain.pem");
});

test.each(["ECONNREFUSED", "ENOTFOUND"])("%s: the hub is", (code) => {
  expect(whatToMend(`help.example.com cannot be reached (${code})`)).toMatch(/^Start the hub/);
});
