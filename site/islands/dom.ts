/** A new element with a class and children; strings become text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A page of this hub in the language of the page that is open. */
export const here = (path: string): string => `${globalThis.document?.documentElement.dataset["base"] ?? ""}${path}`;

export function makeLink(href: string, text: string, className = ""): HTMLAnchorElement {
  const link = make("a", className, text);
  link.href = href;
  return link;
}

export function makeButton(text: string, className: string, press: () => void): HTMLButtonElement {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", press);
  return button;
}

/** With one of these keys a press opens a tab or a window of its own: that is left to the browser. */
export const opensElsewhere = (event: MouseEvent): boolean => event.ctrlKey || event.metaKey || event.shiftKey;

/** Gives the focus to what takes none by itself, such as a heading. Nothing scrolls. */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
