import { describe, expect, it } from "vitest";
import { oneLine, supportMail } from "#server/features/escalation/mail.ts";
import { loadHub } from "#content/hub.ts";

const hub = loadHub("content");

describe("one line of what somebody typed", () => {
  it("has no line break, control character or direction mark", () => {
    expect(oneLine("a\r\nBcc: b\u2028c\u0000d\u202Ee", 80)).toBe("a Bcc: b c d e");
  });
  it("is cut between letters, not within one", () => {
    expect(oneLine("😀😀😀😀", 3)).toBe("😀😀…");
  });
});

describe("the mail to support", () => {
  it("tells the whole case as plain text", () => {
    const mail = supportMail(
      { hub },
      {
        id: "esc_1",
        reference: "RF-7K2M-041",
        email: "customer@example.com",
        name: "Sam\nBcc: x",
        subject: null,
        message: "First line\nSecond line",
        url: "/articles/a/b/",
        trail: [
          { at: "2026-11-23T08:50:00.000Z", kind: "answer", ref: "ans_1", title: "Why?", detail: "Because.\nReally." },
        ],
      },
      [{ name: "shot.png", size: 1_400_000 }],
      "https://help.example.com",
    );
    expect(mail.subject).toBe("[RF-7K2M-041] First line Second line");
    expect(mail.text).toBe(
      [
        "Sam Bcc: x <customer@example.com> asks for a person.",
        "",
        "First line",
        "Second line",
        "",
        "Sent from https://help.example.com/articles/a/b/",
        "",
        "What they did (times in Johannesburg):",
        "- 10:50 answer: Why? (ans_1)",
        "    Because.",
        "    Really.",
        "",
        "Files, at the desk:",
        "- shot.png, 1.4 MB",
        "",
        "Answer at the desk: https://help.example.com/desk/?case=esc_1",
        "An answer to this mail reaches the customer too, but does not stand on the receipt.",
        "",
      ].join("\n"),
    );
  });
});
