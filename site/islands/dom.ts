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
