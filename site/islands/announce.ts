import { painted } from "./painted.ts";

let region: HTMLElement | undefined;
let said = "";

/** Says something to screen readers once, politely. While a dialog is open, nothing outside it can be heard. */
export function announce(text: string): void {
  said = text;
  const place = document.querySelector("dialog:modal") ?? document.body;
  if (region?.parentElement === place) {
    region.textContent = said;
    return;
  }
  region?.remove();
  const added = document.createElement("p");
  added.className = "sr";
  added.setAttribute("role", "status");
  place.append(added);
  region = added;
  // few screen readers say what a region holds as it is added: it is filled after that
  void painted().then(() => void (added.textContent = said));
}

/** What was true for a while is not found there by whoever reads on, unless something else was said since. */
export function takeBack(text: string): void {
  if (said === text) announce("");
}
