import {
  inTrouble,
  openVendors,
  sayHeadline,
  sayState,
  sayTroubles,
  sayUnseen,
} from "#server/features/status/status-sentences.values.ts";
import statusStyles from "#site/styles/status.css?url";
import { readStatus } from "./read-status.ts";
import { make, makeIcon, makeLink } from "../dom.ts";
import { loadStyle } from "../load-style.ts";
import { sayTime } from "../when.ts";

/** A sentence on the home page; on an article only when a CRM that it is about is in trouble. */
export async function showStatusLine(): Promise<void> {
  const line = document.querySelector<HTMLElement>("[data-island=status-line]");
  const incident = document.querySelector<HTMLElement>("[data-island=incident]");
  const status = await readStatus().catch(() => null);
  if (!status) return; // Nothing known is nothing said: the page is about something else.
  const vendors = openVendors(status);
  if (line) {
    const worst = inTrouble(vendors)[0] ?? vendors.find(({ vendor }) => vendor.state === "operational");
    if (!worst) return;
    showLine(
      line,
      `hang light ${sayState(worst.vendor).tone}`,
      sayState(worst.vendor).mark,
      [sayHeadline(vendors), sayUnseen(vendors)].filter(Boolean).join(" "),
      status.checkedAt,
    );
  }
  const about = incident?.dataset["integrations"]?.split(" ") ?? [];
  const concerned = inTrouble(vendors.filter(({ id }) => about.includes(id)));
  if (incident && concerned[0]) {
    await loadStyle(statusStyles);
    const { tone, mark } = sayState(concerned[0].vendor);
    showLine(incident, `incident ${tone}`, mark, sayTroubles(concerned), status.checkedAt);
  }
}

function showLine(mount: HTMLElement, className: string, mark: string, sentence: string, checkedAt: string): void {
  const note = make("span", "small", ` Checked at ${sayTime(checkedAt)}. `, makeLink("/status/", "Status"));
  mount.className = className;
  mount.replaceChildren(makeIcon(mark, "mark"), make("span", "", sentence, note));
  mount.hidden = false;
}
