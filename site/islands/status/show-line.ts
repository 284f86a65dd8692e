import { sayBeside, sayHeadline, sayState, sayTroubles } from "#server/features/status/status-sentences.values.ts";
import { inTrouble, type Vendor } from "#server/features/status/vendors.values.ts";
import statusStyles from "#site/styles/status.css?url";
import { here, make, makeLink } from "../dom.ts";
import { makeIcon } from "../make-icon.ts";
import { loadStyle } from "../load-style.ts";
import { locale, sayTime } from "../when.ts";
import { statusWords as t } from "./status.words.ts";

export function showHeadline(line: HTMLElement, vendors: Vendor[], checkedAt: string): void {
  const worst = inTrouble(vendors)[0] ?? vendors.find(({ vendor }) => vendor.state === "operational");
  if (!worst) return;
  const { tone, mark } = sayState(worst.vendor);
  const sentence = [sayHeadline(vendors, locale), sayBeside(vendors, locale)].filter(Boolean).join(" ");
  showLine(line, `hang light ${tone}`, mark, sentence, checkedAt);
}

/** `concerned` are in trouble, the worst first. */
export async function showIncident(incident: HTMLElement, concerned: Vendor[], checkedAt: string): Promise<void> {
  const [worst] = concerned;
  if (!worst) return;
  await loadStyle(statusStyles);
  const { tone, mark } = sayState(worst.vendor);
  showLine(incident, `incident ${tone}`, mark, sayTroubles(concerned, locale), checkedAt);
}

function showLine(mount: HTMLElement, className: string, mark: string, sentence: string, checkedAt: string): void {
  const note = make("span", "small", t.checkedAt(sayTime(checkedAt)), makeLink(here("/status/"), t.status));
  mount.className = className;
  mount.replaceChildren(makeIcon(mark, "mark"), make("span", "", sentence, note));
  mount.hidden = false;
}
