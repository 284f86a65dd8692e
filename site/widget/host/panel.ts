import type { HostLanguage } from "virtual:widget-words";
import { make } from "./make.ts";
import { makeStyles } from "./styles.ts";
import { Wait } from "./wait.ts";

/** `data-…` of the script. */
type Options = { hub: string; language: HostLanguage } & Record<"label" | "button", string | undefined>;

/** So long a frame may take after its page has come, or has been refused. */
const LATE_MS = 4000;
/** And so long until either. Firefox tells nothing of a page that cannot be reached. */
const SILENT_MS = 15_000;
const phone = matchMedia("(width < 40rem), (height < 30rem)");

/** `<handrail-widget>`: the button, and the panel with the hub's frame. What the host's styles say ends at its edge. */
export class Panel extends HTMLElement {
  frame = make("iframe", "frame");
  /** The frame has said that it is there. */
  isReady = false;
  #isOpen = false;
  #button = make("button", "button");
  #dialog = make("dialog", "panel");
  #wait = new Wait(() => this.close());
  #isLoading = false;
  #wasReady = false;
  /** Somebody has opened it, or was in it when it was loaded anew. */
  #takesFocus = false;
  #opener: Element | null = null;
  #hub = "";
  #label: string | undefined;
  #language!: HostLanguage; // by prepare()

  prepare({ hub, label, button, language }: Options): void {
    this.#hub = hub;
    this.#label = label;
    this.role = "region";
    this.#button.type = "button";
    this.#button.hidden = button === "none";
    this.#button.setAttribute("aria-expanded", "false");
    this.#button.addEventListener("click", () => (this.#isOpen ? this.close() : this.open()));
    this.frame.hidden = true;
    this.#dialog.append(this.#wait.element, this.frame);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [makeStyles()];
    root.append(this.#button, this.#dialog);
    this.speak(language);
    this.#listen();
  }

  /** What stands here is in this language from now on; so is the frame, where the reader goes on where they were. */
  speak(language: HostLanguage): void {
    const isOther = this.#language !== language;
    this.#language = language;
    const { tag, dir, says } = language;
    const label = this.#label ?? says.help;
    // what the host calls it is in the host's language
    if (this.#label === undefined) this.lang = tag;
    // else it stands where the host's page has its end
    if (dir === "rtl") this.dir = dir;
    else this.removeAttribute("dir");
    this.ariaLabel = label;
    this.#button.textContent = label;
    this.#dialog.setAttribute("aria-label", label);
    this.frame.title = label;
    this.#wait.speak(language);
    if (isOther && (this.isReady || this.#isLoading)) this.#load();
  }

  /** Where a page of the hub is, in the language that is spoken. */
  addressOf(path: string): string {
    return `${this.#hub}${this.#language.base}${path}`;
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
    this.#isOpen = this.#takesFocus = true;
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
    this.isReady = this.#wasReady = true;
    this.#isLoading = false;
    this.#wait.element.hidden = true;
    this.frame.hidden = false;
    if (this.#isOpen && this.#takesFocus) this.frame.focus();
  }

  /** A new frame each time: one that is sent elsewhere would take the host's way back. */
  #load(): void {
    const frame = make("iframe", "frame");
    frame.title = this.frame.title;
    frame.hidden = true;
    frame.allow = "clipboard-write";
    // the frame learns from it whose page it is in, where the browser says it in no other way
    frame.referrerPolicy = "origin";
    if (this.isReady) this.#takesFocus = document.activeElement === this;
    frame.src = this.addressOf(`/widget/${this.#wasReady ? "#on" : ""}`);
    this.isReady = false;
    this.#isLoading = true;
    this.#wait.element.hidden = false;
    this.#wait.say(this.#language.says.opening);
    const check = (): void => this.#check(frame);
    frame.addEventListener("load", () => setTimeout(check, LATE_MS), { once: true });
    setTimeout(check, navigator.onLine ? SILENT_MS : LATE_MS);
    this.frame.replaceWith(frame);
    this.frame = frame;
  }

  /** Opened again, it is tried again. */
  #check(frame: HTMLIFrameElement): void {
    if (!this.#isLoading || frame !== this.frame) return;
    this.#isLoading = false;
    if (navigator.onLine) this.#wait.refuse(this.#language, this.#hub);
    else this.#wait.say(this.#language.says.offline);
  }
}
