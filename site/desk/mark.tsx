/** A state's shape from the sprite; the word stands beside it, so it is hidden from screen readers. */
export const Mark = ({ name }: { name: "ok" | "warning" | "failed" | "unknown" }) => (
  <svg class={`mark is-${name}`} aria-hidden="true">
    <use href={`/icons.svg#m-${name}`} />
  </svg>
);
