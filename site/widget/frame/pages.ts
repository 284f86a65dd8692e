import { searchServer } from "#site/islands/calls.ts";
import { make, makeLink } from "#site/islands/dom.ts";
import { leaveTrail, readTab } from "#site/islands/trail/trail.ts";
import type { HostPage } from "../messages.ts";
import { widgetFrameWords as t } from "./frame.words.ts";

const SHOWN = 3;
/** On the panel's first page, which is put aside while another one is shown. */
const part = document.querySelector<HTMLElement>("[data-fits]");
let looking = new AbortController();

/** A page of the host joins the trail, and the panel's first page offers what fits it. */
export function takePage({ at, url, title, section }: HostPage): void {
  const place = [title, section].filter(Boolean).join(", ");
  // a frame in another language hears once more of the page that the one before it has heard of
  if (!readTab().some((known) => known.kind === "page" && known.ref === url && known.at === at))
    leaveTrail({ kind: "page", ref: url, at, title: place ? t.wasOnNamed(place, url) : t.wasOn(url) });
  void offerArticles(section || title);
}

async function offerArticles(words: string): Promise<void> {
  looking.abort();
  looking = new AbortController();
  const { signal } = looking;
  const q = words.trim();
  if (!part || q.length < 2) return;
  const found = await searchServer({ q }, signal).catch(() => null);
  if (signal.aborted) return;
  const hits = found?.hits.slice(0, SHOWN) ?? [];
  part.hidden = hits.length === 0;
  part.querySelector("ul")?.replaceChildren(...hits.map(({ url, title }) => make("li", "", makeLink(url, title))));
}
