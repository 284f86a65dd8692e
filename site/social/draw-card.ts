/** A page's picture for networks and chats: its title on the rail, after its topic; the hub's name under the line. */
import type { Weight } from "#site/typeface/open-font.ts";
import { cutLine, fitTitle, LEADING } from "./fit-text.ts";
import type { Card } from "./plan-card.ts";
import type { Typeface } from "./typeface.ts";

export const WIDTH = 1200;
export const HEIGHT = 630;

const LEFT = 208;
const RIGHT = 1120;
const RAIL = 112;
const LABEL = { middle: 172, size: 36 };
const TITLE_ENDS = 484;
const NAME = { baseline: 574, size: 38, smallest: 28 };
const STEPS = [
  { middle: 172, first: 430, second: 640 },
  { middle: 284, first: 360, second: 560 },
  { middle: 396, first: 480, second: 600 },
] as const;
/** Half the height of a capital, in em. */
const HALF_CAPITAL = 0.334;

/** Hex, by the palette's names. */
export type Inks = Record<"paper" | "ink" | "ink-2" | "rail" | "brand" | "line", string>;
type Pen = { typeface: Typeface; inks: Inks };

/** SVG. Without a title it is the hub's own picture. */
export function drawCard(card: Card, inks: Inks, typeface: Typeface): string {
  const pen: Pen = { typeface, inks };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${inks.paper}"/>`,
    card.title ? drawTitled(pen, card.title, card.section) : drawSteps(pen),
    card.name ? drawName(pen, card.name, card.hub ?? "") : "",
    "</svg>",
  ].join("");
}

function drawTitled(pen: Pen, title: string, section: string | null): string {
  const { typeface, inks } = pen;
  const bold = (text: string) => typeface.measure(text, "bold");
  const top = section ? 236 : 156;
  const { size, lines } = fitTitle(title, bold, { width: RIGHT - LEFT, height: TITLE_ENDS - top });
  const first = top + size * 0.8;
  const written = lines.map((line, index) =>
    typeface.draw(line, { x: LEFT, y: first + index * size * LEADING, size, weight: "bold", fill: inks.ink }),
  );
  const above = section ? drawStop(pen, LABEL.middle) + drawLabel(pen, section) : "";
  return drawRail(pen, first - size * HALF_CAPITAL) + above + written.join("");
}

/** Three steps, the last under way; no words. */
function drawSteps(pen: Pen): string {
  const { typeface, inks } = pen;
  const steps = STEPS.map(({ middle, first, second }, index) => {
    const fill = index < STEPS.length - 1 ? inks.brand : inks.ink;
    const at = { x: LEFT, y: middle + 68 * HALF_CAPITAL, size: 68, weight: "bold" as const, fill };
    const lines = [
      `<path d="M300 ${middle - 16}h${first}" stroke="${inks.ink}"/>`,
      `<path d="M300 ${middle + 20}h${second}" stroke="${inks.line}"/>`,
    ];
    return `${typeface.draw(String(index + 1), at)}<g stroke-width="18">${lines.join("")}</g>`;
  });
  const [one, two, here] = STEPS;
  return drawRail(pen, here.middle) + drawStop(pen, one.middle) + drawStop(pen, two.middle) + steps.join("");
}

/** Thick as far as one has come, with a knob there, and thin from there on. */
function drawRail({ inks }: Pen, knob: number): string {
  return [
    `<g fill="none"><path d="M${RAIL} ${knob}V476Q${RAIL} 512 ${RAIL + 36} 512H${RIGHT}" stroke="${inks.rail}" stroke-width="5"/>`,
    `<path d="M${RIGHT} 92H${RAIL + 40}Q${RAIL} 92 ${RAIL} 132V${knob}" stroke="${inks.brand}" stroke-width="16"/></g>`,
    `<circle cx="${RAIL}" cy="${knob}" r="26" fill="${inks.paper}" stroke="${inks.brand}" stroke-width="16"/>`,
  ].join("");
}

const drawStop = ({ inks }: Pen, y: number): string =>
  `<path d="M${RAIL} ${y}h66" stroke="${inks.brand}" stroke-width="16"/>`;

function drawLabel({ typeface, inks }: Pen, text: string): string {
  const { size, middle } = LABEL;
  const weight: Weight = "regular";
  const line = cutLine(text, (RIGHT - LEFT) / size, (part) => typeface.measure(part, weight));
  return typeface.draw(line, { x: LEFT, y: middle + size * HALF_CAPITAL, size, weight, fill: inks["ink-2"] });
}

/** In two weights, as at the head of each page; smaller where it is long, and of what is longer still the name alone. */
function drawName({ typeface, inks }: Pen, name: string, hub: string): string {
  const bold = (text: string) => typeface.measure(text, "bold");
  const after = bold(`${name} `);
  const fitting = (RIGHT - LEFT) / (after + typeface.measure(hub, "regular"));
  const y = NAME.baseline;
  if (fitting < NAME.smallest) {
    const size = NAME.smallest;
    const line = cutLine(name, (RIGHT - LEFT) / size, bold);
    return typeface.draw(line, { x: LEFT, y, size, weight: "bold", fill: inks.ink });
  }
  const size = Math.min(NAME.size, fitting);
  return (
    typeface.draw(name, { x: LEFT, y, size, weight: "bold", fill: inks.ink }) +
    typeface.draw(hub, { x: LEFT + after * size, y, size, weight: "regular", fill: inks["ink-2"] })
  );
}
