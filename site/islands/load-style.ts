const asked = new Map<string, Promise<void>>();

/** Adds a style sheet once, and resolves when it is in force (or failed: an unstyled part is better than none). */
export function loadStyle(href: string): Promise<void> {
  const known = asked.get(href);
  if (known) return known;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  const loaded = new Promise<void>((resolve) => {
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
  });
  document.head.append(link);
  asked.set(href, loaded);
  return loaded;
}
