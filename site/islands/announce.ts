let region: HTMLElement | undefined;

/** Says something to screen readers once, politely. */
export function announce(text: string): void {
  if (!region) {
    region = document.createElement("p");
    region.className = "sr";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = text;
}
