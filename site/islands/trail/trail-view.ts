import css from "#site/styles/trail-view.css?url";
import { announce } from "../announce.ts";
import { make, makeButton } from "../dom.ts";
import { makeIcon } from "../make-icon.ts";
import { loadStyle } from "../load-style.ts";
import { wantsPrivacy } from "../wants-privacy.ts";
import { sayWhen } from "../when.ts";
import { removeFromTrail } from "./change-trail.ts";
import { makeChoices } from "./trail-choices.ts";
import { type KeptEntry, readTrail, watchTrail } from "./trail.ts";
import { trailWords as t } from "./trail.words.ts";

const dialog = make("dialog", "trail-box floats");
dialog.setAttribute("aria-labelledby", "trail-box-h");
/** Is filled anew at each change; what is announced stands beside it. */
const inside = make("div", "trail-inside");
dialog.append(inside);
dialog.addEventListener("click", ({ target }) => {
  if (target === dialog) dialog.close();
});

/** All of the trail, on any page and at any width: to read, to take away from, to keep or to clear. */
export async function openTrail(): Promise<void> {
  await loadStyle(css);
  if (!dialog.isConnected) {
    document.body.append(dialog);
    watchTrail(show);
  }
  show(await readTrail());
  if (!dialog.open) dialog.showModal();
}

function show(entries: KeptEntry[]): void {
  const heading = make("h2", "", t.yourTrail);
  heading.id = "trail-box-h";
  const close = makeButton("", "icon-btn", () => dialog.close());
  close.setAttribute("aria-label", t.close);
  close.append(makeIcon("i-close"));
  const list = make("ol", "plain trail-all", ...entries.toReversed().map(makeItem));
  list.setAttribute("role", "list");
  const focusAgain = holdFocus(close);
  inside.replaceChildren(
    make("header", "", heading, close),
    make("p", "small", sayUse(entries.length)),
    ...(entries.length > 0 ? [list, makeChoices()] : []),
  );
  focusAgain();
}

/** What was pressed is gone. Who was at an entry stays at it or, where it is gone too, at the one in its place. */
function holdFocus(close: HTMLElement): () => void {
  const held = inside.querySelector<HTMLElement>(":focus");
  if (!held) return () => {};
  const before = listItems();
  const place = before.findIndex((item) => item.contains(held));
  const entry = before[place]?.dataset["entry"];
  const isChoice = held.closest(".trail-choices") !== null;
  return () => {
    const items = listItems();
    const item = items.find((each) => each.dataset["entry"] === entry) ?? items[Math.min(place, items.length - 1)];
    const next = place >= 0 ? item?.querySelector<HTMLElement>(":scope > button") : null;
    const choice = isChoice ? inside.querySelector<HTMLElement>(".trail-choices button") : null;
    (next ?? choice ?? close).focus();
  };
}

const listItems = () => [...inside.querySelectorAll<HTMLElement>("li")];

function sayUse(count: number): string {
  if (count > 0) return t.whatYouDidHere;
  if (wantsPrivacy()) return t.emptyYourBrowserSends;
  return t.emptyWhatYouRead;
}

function makeItem({ id, at, title, detail, state }: KeptEntry): HTMLElement {
  const time = make("time", "", sayWhen(at));
  time.dateTime = at;
  const remove = makeButton(t.remove, "text-btn", () => {
    void removeFromTrail(id).then(() => announce(t.removed));
  });
  remove.append(make("span", "sr", ` ${title}`));
  const words = make("p", "", ...(state === "failed" ? [makeIcon("m-failed", "mark")] : []), make("bdi", "", title));
  const item = make("li", state === "failed" ? "is-failed" : "", time, make("div", "", words), remove);
  item.dataset["entry"] = id;
  if (detail) {
    const peek = make("details", "peek", make("summary", "", t.readIt), make("p", "as-typed", make("bdi", "", detail)));
    item.children[1]?.append(peek);
  }
  return item;
}
