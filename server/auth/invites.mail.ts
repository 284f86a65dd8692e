import type { Hub } from "#content/schema.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import type { Staff } from "./staff.ts";

const OPEN = "Open this link and choose a password.";

export const inviteMail = ({ product }: Pick<Hub, "product">, by: Staff, to: string, link: string): Email => ({
  to,
  subject: `You are invited to the desk of ${product.name} ${product.hub}`,
  action: OPEN,
  text: [
    `${by.name} invites you to the desk of ${product.name} ${product.hub}, where customers' questions are answered.`,
    "",
    `${OPEN} It works once, within three days:`,
    link,
    "",
    "You do not know what this is about? Then nothing happens, and you can delete this mail.",
    "",
  ].join("\n"),
});
