import type { Hub } from "#content/schema.ts";
import type { Email } from "#server/outbox/channels/email.ts";

const OPEN = "Open it and choose a new password.";

export const resetMail = ({ product }: Pick<Hub, "product">, to: string, link: string): Email => ({
  to,
  subject: `A new password for the desk of ${product.name} ${product.hub}`,
  action: OPEN,
  text: [
    `You, or an admin of the desk, asked for this link. ${OPEN} It works once, within a day:`,
    link,
    "",
    "Until you do, nothing changes. If nobody asked for it, delete this mail.",
    "",
  ].join("\n"),
});
