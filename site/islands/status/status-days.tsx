import { drawDays, DRAWN, type Piece } from "#server/features/status/days.values.ts";
import type { VendorDays } from "#server/features/status/status.schema.ts";
import { statusListWords as lists } from "#server/features/status/status-lists.values.ts";

/** 90 days as a line, and in words; server/pages/status-days.ts draws the same. */
export function DaysOf({ days }: { days: VendorDays }) {
  const { says, breaks } = days;
  return (
    <>
      <svg class="days" aria-hidden="true">
        {drawDays(days).map((piece) => (
          <PieceOf key={piece.from} {...piece} />
        ))}
      </svg>
      {breaks.length === 0 ? (
        <p class="small">{says}</p>
      ) : (
        <details class="small which-days">
          <summary>{says}</summary>
          <ul class="plain">
            {breaks.map((each) => (
              <li key={each.from}>{each.says}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const PieceOf = ({ state, from, to, middle }: Piece) => (
  <g class={`d-${state}`}>
    <line x1={from} x2={to} y1="50%" y2="50%" />
    <line x1={from} x2={to} y1="50%" y2="50%" />
    {state === "down" && (
      <svg x={middle} y="50%">
        <rect x="-8" y="-7" width="16" height="14" />
        <path d="m-5-5 10 10m0-10-10 10" />
      </svg>
    )}
  </g>
);

export const DaysKey = () => (
  <p class="small days-key" aria-hidden="true">
    {DRAWN.map((state) => (
      <span key={state}>
        <svg class="days">
          <PieceOf state={state} from="0%" to="100%" middle="50%" />
        </svg>
        {lists.day[state]}
      </span>
    ))}
  </p>
);
