import type { Hub } from "#content/schema.ts";
import { type Doctor, type Finding, ok, warn } from "./finding.ts";

/** Names that belong to nobody (RFC 2606): what leads there was never meant for readers. */
const NOBODYS = /(?:^|[@/.])(?:example\.(?:com|net|org)|[\w-]+\.(?:example|invalid|test))(?:$|[/:?#])/;

/** Addresses that stand in the shipped hub.yaml or in `.env.example` as examples, and were left as they are. */
export function checkPlaceholders({ config }: Pick<Doctor, "config">, { support, widget }: Hub): Finding {
  const given = {
    "support.email": support.email,
    "support.bookingUrl": support.bookingUrl,
    "widget.origins": widget.origins.find((origin) => NOBODYS.test(origin)),
    MAIL_FROM: config.mail?.from,
    PUBLIC_URL: config.publicUrl,
  };
  const left = Object.entries(given).filter(([, value]) => value && NOBODYS.test(value));
  if (left.length === 0) return ok("addresses", "None is an example that was left as it is.");
  const says = left.map(([name, value]) => `${name} is ${value}`).join(", ");
  return warn("addresses", `${says}: an example that nobody reads.`, "Write your own into hub.yaml or the settings.");
}
