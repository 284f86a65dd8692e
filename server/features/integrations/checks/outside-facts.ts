import { failed, fine, unknown, warned, type Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";

const SAVED = { fact: "saved", title: "Saved settings" };
const VENDOR = { fact: "vendor", title: "The CRM itself" };
const WEBHOOK = { fact: "webhook", title: "Sent to the product" };

/** Whether the product works by what is set here. */
export function findSaved({ saved, settings }: Subject): Finding {
  if (saved === "never")
    return warned(SAVED, "not_saved", {
      seen: "Nothing is saved yet, so nothing is sent to the CRM.",
      todo: "Press Save at the end of the setup.",
      explained: "nobody",
    });
  if (!settings.referrers.on && !settings.leads.on)
    return warned(SAVED, "all_off", {
      seen: "Neither referrers nor leads are sent to the CRM.",
      todo: "Switch on what is to be sent, and save.",
      explained: "tabs",
    });
  if (saved === "changed")
    return warned(SAVED, "not_saved_since", {
      seen: "You have changed something since you saved. What was saved before still counts.",
      todo: "Press Save at the end of the setup.",
    });
  return fine(SAVED, "saved", { seen: "What you see is what is used." });
}

const VENDOR_WORDS = { degraded: "has trouble", down: "is down", maintenance: "is being maintained" };

/** By its own status page. A page that cannot be read is no news. */
export function findVendor({ name, vendor }: Subject): Finding {
  const at = vendor?.seenAt ? `, seen ${vendor.seenAt.slice(11, 16)} UTC on its status page` : "";
  if (!vendor || vendor.state === "unknown")
    return unknown(VENDOR, "vendor_unknown", { seen: `How ${name} is cannot be seen on its status page just now.` });
  if (vendor.state === "operational") return fine(VENDOR, "vendor_operational", { seen: `${name} is fine${at}.` });
  return warned(VENDOR, `vendor_${vendor.state}`, {
    seen: `${name} ${VENDOR_WORDS[vendor.state]}${at}.`,
    todo: "Wait, and change nothing meanwhile.",
    explained: "vendorDown",
  });
}

/** Whether the product has what was saved last. */
export function findWebhook({ webhook, saved }: Subject): Finding {
  if (webhook === "off") return fine(WEBHOOK, "webhook_none", { seen: "This hub sends none." });
  if (webhook === "forgotten")
    return fine(WEBHOOK, "webhook_none", { seen: "Nothing waits to be sent; the last time was long ago." });
  if (webhook === null && saved === "never") return fine(WEBHOOK, "webhook_none", { seen: "Nothing to send yet." });
  if (webhook === null)
    return warned(WEBHOOK, "webhook_never", { seen: "Nothing was sent yet.", todo: "Save once more." });
  const at = `${webhook.at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  if (webhook.state === "sent") return fine(WEBHOOK, "webhook_delivered", { seen: `The product has it since ${at}.` });
  if (webhook.state === "waiting")
    return warned(WEBHOOK, "webhook_waiting", {
      seen: `The product does not have it yet; it has been waiting since ${at}.`,
      todo: "Nothing is to be done: it is sent again by itself.",
    });
  return failed(WEBHOOK, "webhook_dead", {
    seen: `The product has not taken it, and it is not tried any more. It was saved ${at}.`,
    todo: "Ask a person: they can send it again.",
  });
}
