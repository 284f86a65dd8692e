/** A state's shape; what holds it has the class that gives its colour, and says the word. */
export const Mark = ({ name }: { name: "ok" | "warning" | "failed" | "unknown" }) => (
  <svg class="mark" aria-hidden="true">
    <use href={`/icons.svg#m-${name}`} />
  </svg>
);
