/** A private link in a mail that waits: sealed, so that a copy of the database opens nothing (docs/adr/0039). */
import { SealBroken, type Sealer } from "../../core/seal.ts";
import { ChannelRefused } from "./channel.ts";
import type { Email } from "./email.ts";

/** What stands for it in the text. */
const GAP = "[private link]";

/** A link to one mailbox does not open in a mail to another. */
const placeOf = (to: string): string => `mail to ${to}`;

export const sealLink = (sealer: Sealer, mail: Email, link: string): Email => ({
  ...mail,
  text: mail.text.replaceAll(link, GAP),
  link: sealer.seal(link, placeOf(mail.to)),
});

/** The text as it is sent. @throws ChannelRefused where the key is missing; sent again with it, it opens */
export function openText(sealer: Sealer, { to, text, link }: Email): string {
  if (link === undefined) return text;
  try {
    const opened = sealer.open(link, placeOf(to)).text;
    return text.replaceAll(GAP, () => opened);
  } catch (error) {
    if (error instanceof SealBroken) throw new ChannelRefused(`Its private link does not open. ${error.message}`);
    throw error;
  }
}

/** As it is shown to people. */
export const withoutLink = ({ link: _link, ...mail }: Email): Email => mail;
