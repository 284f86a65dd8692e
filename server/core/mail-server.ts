import { isThisMachine } from "./networks.ts";

/** What to do where a mail server offers none, or none that can be believed. */
export const NO_TLS =
  "It must offer STARTTLS with a valid certificate: take smtps:// on port 465 or, for a relay without TLS in your own network, put ?requireTLS=false behind SMTP_URL.";

/**
 * What SMTP_URL means for nodemailer: mails and the password are encrypted on their way, or not sent. A relay in one's
 * own network that has no TLS is named with `?requireTLS=false`.
 */
export function smtpOptions(url: string) {
  const { hostname, searchParams } = new URL(url);
  const requireTLS = !isThisMachine(hostname) && searchParams.get("requireTLS") !== "false";
  return { url, requireTLS, disableFileAccess: true, disableUrlAccess: true };
}
