import { describe, expect, test } from "vitest";
import { readMail } from "#server/features/escalation/mail-in/read-mail.ts";

const withHeader = (line: string) => readMail(Buffer.from(`From: a@example.com\n${line}\n\nHello\n`));

describe("whom a mail was delivered to", () => {
  test("stands in the headers of mail servers, with others beside it", async () => {
    const { to } = await withHeader("Delivered-To: <help+rf-1@example.com>, team@example.com");
    expect(to).toEqual(["help+rf-1@example.com", "team@example.com"]);
  });

  test("costs no more than the header's length", async () => {
    const startedAt = performance.now();
    expect((await withHeader(`Delivered-To: ${"a".repeat(160_000)}`)).to).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

test("what is too long for an address is none", async () => {
  await expect(readMail(Buffer.from(`From: <a@${"+".repeat(10_000)}>\n\nHello\n`))).rejects.toThrow("no sender");
});
