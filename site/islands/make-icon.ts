import { drawings } from "virtual:drawings";

const SVG = "http://www.w3.org/2000/svg";

function makeDrawn(tag: string, attributes: Record<string, string>): SVGElement {
  const drawn = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) drawn.setAttribute(name, value);
  return drawn;
}

/** A drawing of icons.svg, as icon.tsx draws it. */
export function makeIcon(name: string, className = "ico"): SVGElement {
  const { viewBox = "", parts = [] } = drawings[name] ?? {};
  const svg = makeDrawn("svg", { class: className, viewBox, "aria-hidden": "true" });
  svg.append(...parts.map(([tag, attributes]) => makeDrawn(tag, attributes)));
  return svg;
}
