import { expect, test } from "vitest";
import { smtpOptions } from "#server/core/mail-server.ts";

test.each([
  ["smtp://hub:secret@mail.example.com:587", true],
  ["smtp://hub:secret@10.0.0.5:25", true],
  ["smtp://relay:25?ignoreTLS=true", true],
  ["smtp://relay:25/?requireTLS=false", false],
  ["smtp://localhost:1025", false],
  ["smtp://127.0.0.1:1025", false],
  ["smtp://[::1]:1025", false],
])("%s: TLS or nothing? %s", (url, requireTLS) => {
  expect(smtpOptions(url)).toMatchObject({ url, requireTLS });
});
