import type { ParsedMail } from "mailparser";

const BULK = /^(?:bulk|junk|auto_reply)$/i;
const MACHINES = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)(?:\+[^@]*)?@/i;

/**
 * Nobody wrote it: RFC 3834's own header, what mail servers add, and what absence notes of older programs do. Nothing
 * answers these, so two machines never write to each other without end. What a list passed on may be a person's: help@
 * is a list in many a company.
 */
export function isAutomatic(mail: ParsedMail): boolean {
  const header = (name: string): string => {
    const value = mail.headers.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const { headerLines } = mail;
  const has = (name: string): boolean => headerLines.some(({ key }) => key === name);
  const submitted = header("auto-submitted").toLowerCase();
  const returnPath = headerLines.find(({ key }) => key === "return-path")?.line ?? "";
  return (
    (submitted !== "" && submitted !== "no") ||
    BULK.test(header("precedence")) ||
    ["x-autoreply", "x-autorespond", "x-auto-response-suppress", "x-loop"].some(has) ||
    /<\s*>/.test(returnPath) ||
    headerLines.some(({ key, line }) => key === "content-type" && /multipart\/report/i.test(line)) ||
    header("x-spam-flag").toLowerCase() === "yes" ||
    (mail.from?.value ?? []).some(({ address }) => MACHINES.test(address ?? ""))
  );
}
