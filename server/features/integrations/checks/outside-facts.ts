import { checkTexts as t, failed, fine, unknown, warned, type Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";

const SAVED = { fact: "saved", title: t.titles.saved };
const VENDOR = { fact: "vendor", title: t.titles.vendor };
const WEBHOOK = { fact: "webhook", title: t.titles.webhook };

/** Whether the product works by what is set here. */
export function findSaved({ saved, settings }: Subject): Finding {
  if (saved === "never")
    return warned(SAVED, "not_saved", {
      seen: t.not_saved,
      todo: t.save,
      explained: "nobody",
    });
  if (!settings.referrers.on && !settings.leads.on)
    return warned(SAVED, "all_off", {
      seen: t.all_off.seen,
      todo: t.all_off.todo,
      explained: "tabs",
    });
  if (saved === "changed")
    return warned(SAVED, "not_saved_since", {
      seen: t.not_saved_since,
      todo: t.save,
    });
  return fine(SAVED, "saved", { seen: t.saved });
}

/** By its own status page. A page that cannot be read is no news. */
export function findVendor({ name, vendor }: Subject): Finding {
  if (!vendor || vendor.state === "unknown") return unknown(VENDOR, "vendor_unknown", { seen: t.vendor_unknown(name) });
  const { state, seenAt } = vendor;
  const how = t.vendor[state](name);
  const seen = seenAt ? t.vendor.seen(how, { at: seenAt, as: "time" }) : how;
  if (state === "operational") return fine(VENDOR, "vendor_operational", { seen });
  return warned(VENDOR, `vendor_${state}`, { seen, todo: t.vendor_wait, explained: "vendorDown" });
}

/** Whether the product has what was saved last. */
export function findWebhook({ webhook, saved }: Subject): Finding {
  if (webhook === "off") return fine(WEBHOOK, "webhook_none", { seen: t.webhook_off });
  if (webhook === "forgotten") return fine(WEBHOOK, "webhook_none", { seen: t.webhook_forgotten });
  if (webhook === null && saved === "never") return fine(WEBHOOK, "webhook_none", { seen: t.webhook_nothing });
  if (webhook === null) return warned(WEBHOOK, "webhook_never", t.webhook_never);
  const at = { at: webhook.at.toISOString(), as: "moment" } as const;
  if (webhook.state === "sent") return fine(WEBHOOK, "webhook_delivered", { seen: t.webhook_delivered(at) });
  if (webhook.state === "waiting")
    return warned(WEBHOOK, "webhook_waiting", { seen: t.webhook_waiting.seen(at), todo: t.webhook_waiting.todo });
  return failed(WEBHOOK, "webhook_dead", { seen: t.webhook_dead.seen(at), todo: t.webhook_dead.todo });
}
