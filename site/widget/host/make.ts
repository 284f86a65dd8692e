/** A new element, and what the shadow's styles know it by. */
export const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, part: string): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  element.className = part;
  return element;
};
