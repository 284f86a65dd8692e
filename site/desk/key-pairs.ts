/** Pressed first; then the letter of a place. */
export const GO = "g";
/** So long after the first the second is meant. */
const WAIT_MS = 2000;

let pressedAt = -WAIT_MS;

/** The key's name: of two that belong together both, `g m`, when the second comes soon. What is no such pair does nothing. */
export function nameKey({ key, repeat, timeStamp }: Pick<KeyboardEvent, "key" | "repeat" | "timeStamp">): string {
  // held down it is pressed once, and the key that makes a capital is none of its own
  if (repeat || key === "Shift") return key;
  const isSecond = timeStamp - pressedAt < WAIT_MS;
  pressedAt = key === GO && !isSecond ? timeStamp : -WAIT_MS;
  return isSecond ? `${GO} ${key}` : key;
}
