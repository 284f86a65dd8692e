import { html } from "hono/html";
import { drawDays, DRAWN, type Piece } from "#server/features/status/days.values.ts";
import type { VendorDays } from "#server/features/status/status.schema.ts";
import { statusListWords as lists } from "#server/features/status/status-lists.values.ts";
import type { Html } from "./shell.ts";

/** 90 days as a line, and in words; site/islands/status/status-days.tsx draws the same. */
export function daysOf(days: VendorDays): Html {
  const { says, breaks } = days;
  const said =
    breaks.length === 0
      ? html`<p class="small">${says}</p>`
      : html`<details class="small which-days">
          <summary>${says}</summary>
          <ul class="plain">
            ${breaks.map((each) => html`<li>${each.says}</li>`)}
          </ul>
        </details>`;
  return html`<svg class="days" aria-hidden="true">${drawDays(days).map(piece)}</svg> ${said}`;
}

const piece = ({ state, from, to, middle }: Piece): Html =>
  html`<g class="d-${state}">${line(from, to)}${line(from, to)}${state === "down" ? cross(middle) : ""}</g>`;

const line = (from: string, to: string): Html => html`<line x1="${from}" x2="${to}" y1="50%" y2="50%"></line>`;

const cross = (at: string): Html =>
  html`<svg x="${at}" y="50%">
    <rect x="-8" y="-7" width="16" height="14"></rect>
    <path d="m-5-5 10 10m0-10-10 10"></path>
  </svg>`;

export const daysKey = (): Html =>
  html`<p class="small days-key" aria-hidden="true">
    ${DRAWN.map(
      (state) =>
        html`<span
          ><svg class="days">${piece({ state, from: "0%", to: "100%", middle: "50%" })}</svg>${lists.day[state]}</span
        >`,
    )}
  </p>`;
