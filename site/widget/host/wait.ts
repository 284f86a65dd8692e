import type { HostLanguage } from "virtual:widget-words";
import { make } from "./make.ts";

/** What stands in the panel until the frame does, with a way out. */
export class Wait {
  readonly element = make("div", "wait");
  #says = make("p", "says");
  #close = make("button", "close");

  constructor(close: () => void) {
    this.#says.setAttribute("role", "status");
    this.#close.type = "button";
    this.#close.addEventListener("click", close);
    this.element.append(this.#says, this.#close);
  }

  speak({ tag, dir, says }: HostLanguage): void {
    this.element.lang = tag;
    this.element.dir = dir;
    this.#close.textContent = says.close;
  }

  say(text: string): void {
    this.#says.textContent = text;
  }

  /** The frame was refused, or nothing came. The hub itself is one press away all the same. */
  refuse({ base, says }: HostLanguage, hub: string): void {
    const link = make("a", "link");
    link.href = `${hub}${base}/`;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = says.tab;
    this.#says.replaceChildren(`${says.refused} `, link);
    // oxlint-disable-next-line no-console -- for whoever puts the script into the page
    console.error(
      `Handrail: ${hub} did not open in a page of ${location.origin}. If it can be reached, write "${location.origin}" into widget.origins of its hub.yaml, and start it again.`,
    );
  }
}
