import { sayUntil } from "./edit.ts";

/** Hour of the morning at which work begins. */
const MORNING = 8;
const MONDAY = 1;
/** Of the times offered, the one that is chosen to begin with: tomorrow. */
const USUAL = 1;

const inHours = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000);
const morningIn = (now: Date, days: number) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
const toMonday = (now: Date) => (MONDAY + 7 - now.getDay()) % 7 || 7;

/** Times that one means most often, in the time of whoever chooses. */
export function offerTimes(now: Date): { label: string; at: Date }[] {
  return [
    { label: "In three hours", at: inHours(now, 3) },
    { label: "Tomorrow", at: morningIn(now, 1) },
    { label: "On Monday", at: morningIn(now, toMonday(now)) },
    { label: "In a week", at: morningIn(now, 7) },
  ];
}

export const SnoozeFields = ({ isSnoozed }: { isSnoozed: boolean }) => (
  <fieldset class="choices">
    <legend class="small">Out of the list until then, or until the customer writes.</legend>
    {offerTimes(new Date()).map(({ label, at }, index) => (
      <label key={label} class="choice">
        <input
          type="radio"
          name="until"
          value={at.toISOString()}
          defaultChecked={index === USUAL}
          autofocus={index === USUAL}
        />
        <span>
          {label} <span class="small">{sayUntil(at.toISOString())}</span>
        </span>
      </label>
    ))}
    <label class="choice">
      <input type="radio" name="until" value="at" />
      <span>At another time</span>
    </label>
    <input
      type="datetime-local"
      name="at"
      aria-label="The time"
      onInput={(event) => event.currentTarget.form?.querySelector<HTMLInputElement>("[value=at]")?.click()}
    />
    {isSnoozed && (
      <label class="choice">
        <input type="radio" name="until" value="now" />
        <span>Back in the list now</span>
      </label>
    )}
  </fieldset>
);

/** undefined: no time was given. null: back now. */
export function readSnooze(until: string, at: string): string | null | undefined {
  if (until === "now") return null;
  const date = new Date(until === "at" ? at : until);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
