import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findMistypedSettings } from "#server/core/mistyped-settings.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

test("names that are nearly a setting's are told with the one that was meant, others are left alone", () => {
  const root = freshFolder("env");
  expect(findMistypedSettings(root)).toEqual([]);
  const lines = [
    "SMPT_URL=smtp://mail",
    "TRUSTED_PROXY=10.0.0.0/8",
    "PORT=1",
    "port=1",
    "POSTGRES_PASSWORD=x",
    "# PROT=2",
  ];
  writeFileSync(path.join(root, ".env"), `${lines.join("\n")}\n`);
  expect(findMistypedSettings(root)).toEqual([
    "SMPT_URL in .env is no setting. Did you mean SMTP_URL?",
    "TRUSTED_PROXY in .env is no setting. Did you mean TRUSTED_PROXIES?",
    "port in .env is no setting. Did you mean PORT?",
  ]);
});
