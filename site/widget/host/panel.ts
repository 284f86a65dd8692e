import { makeStyles } from "./styles.ts";

/** `data-…` of the script. */
type Options = { hub: string } & Record<"label" | "button", string | undefined>;

/** So long a frame may take after its page has come, or has been refused. */
const LATE_MS = 4000;
const phone = matchMedia("(width < 40rem), (height < 30rem)");

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, part: string): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  element.className = part;
  return element;
};

/** `<handrail-widget>`: the button, and the panel with the hub's frame. What the host's styles say ends at its edge. */
export class Panel extends HTMLElement {
  readonly frame = make("iframe", "frame");
  /** The frame has said that it is there. */
  isReady = false;
  #isOpen = false;
  #button = make("button", "button");
  #dialog = make("dialog", "panel");
  /** What stands in the panel until the frame does, with a way out. */
  #wait = make("div", "wait");
  #says = make("p", "says");
  #isLoading = false;
  #opener: Element | null = null;
  #hub = "";

  prepare({ hub, label = "Help", button }: Options): void {
    this.#hub = hub;
    this.role = "region";
    this.ariaLabel = label;
    this.#button.type = "button";
    this.#button.textContent = label;
    this.#button.hidden = button === "none";
    this.#button.setAttribute("aria-expanded", "false");
    this.#button.addEventListener("click", () => (this.#isOpen ? this.close() : this.open()));
    this.#dialog.setAttribute("aria-label", label);
    this.frame.title = label;
    this.frame.hidden = true;
    this.frame.allow = "clipboard-write";
    // the frame learns from it whose page it is in, where the browser says it in no other way
    this.frame.referrerPolicy = "origin";
    this.#says.setAttribute("role", "status");
    const close = make("button", "close");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => this.close());
    this.#wait.append(this.#says, close);
    this.#dialog.append(this.#wait, this.frame);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [makeStyles()];
    root.append(this.#button, this.#dialog);
    this.#listen();
  }

  #listen(): void {
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    this.shadowRoot?.addEventListener("keydown", (event) => {
      if (event instanceof KeyboardEvent && event.key === "Escape" && this.#isOpen) this.close();
    });
    phone.addEventListener("change", () => {
      if (!this.#isOpen) return;
      this.#dialog.close();
      this.#lay();
    });
  }

  open(): void {
    if (this.#isOpen) return this.frame.focus();
    this.#isOpen = true;
    this.#opener = document.activeElement;
    this.#button.setAttribute("aria-expanded", "true");
    if (!this.isReady && !this.#isLoading) this.#load();
    this.#lay();
    this.dispatchEvent(new Event("open"));
  }

  /** On a phone the panel is all there is; elsewhere the page beside it stays in use. */
  #lay(): void {
    if (phone.matches) this.#dialog.showModal();
    else this.#dialog.show();
    if (this.isReady) this.frame.focus();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#dialog.close();
    this.#button.setAttribute("aria-expanded", "false");
    const opener = this.#opener === this || !this.#opener?.isConnected ? null : this.#opener;
    if (opener instanceof HTMLElement && opener !== document.body) opener.focus({ preventScroll: true });
    else this.#button.focus({ preventScroll: true });
    this.dispatchEvent(new Event("close"));
  }

  setReady(): void {
    this.isReady = true;
    this.#isLoading = false;
    this.#wait.hidden = true;
    this.frame.hidden = false;
    if (this.#isOpen) this.frame.focus();
  }

  #load(): void {
    this.#isLoading = true;
    this.#says.textContent = "Opening";
    const check = (): void => {
      if (!this.isReady) this.#fail();
    };
    this.frame.addEventListener("load", () => setTimeout(check, LATE_MS), { once: true });
    this.frame.src = `${this.#hub}/widget/`;
  }

  /** The frame was refused, or nothing came. The hub itself is one press away all the same; opened again, it is tried again. */
  #fail(): void {
    this.#isLoading = false;
    if (!navigator.onLine) {
      this.#says.textContent = "You are offline. Open this again once you are back.";
      return;
    }
    const link = make("a", "link");
    link.href = `${this.#hub}/`;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "Open it in a tab";
    this.#says.replaceChildren("This cannot be opened here. ", link);
    // oxlint-disable-next-line no-console -- for whoever puts the script into the page
    console.error(
      `Handrail: ${this.#hub} did not open in a page of ${location.origin}. If it can be reached, write "${location.origin}" into widget.origins of its hub.yaml, and start it again.`,
    );
  }
}
