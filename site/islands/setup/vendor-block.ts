import { sayState } from "#server/features/status/status-sentences.values.ts";
import { openVendors } from "#server/features/status/vendors.values.ts";
import { make } from "../dom.ts";
import { makeIcon } from "../make-icon.ts";
import { readStatus } from "../status/read-status.ts";
import { sayMoment } from "../when.ts";
import { setupLiveWords as t } from "./live.words.ts";

/** For readers who are not known: what the vendor says of itself. */
export async function fillVendor(says: HTMLElement, id: string): Promise<void> {
  const status = await readStatus().catch(() => null);
  const vendor = status && openVendors(status).find((each) => each.id === id);
  if (!vendor) return;
  const { mark, tone, word, says: text } = sayState(vendor.vendor);
  says.prepend(
    make("p", tone, makeIcon(mark, "mark"), t.itself(vendor.name), make("b", "state-word", word), ` ${text}`),
    make("p", "small", t.byItsOwnStatus(sayMoment(status.checkedAt))),
  );
}
