/** A symbol of /icons.svg, as site/styles/README.md names them. Decorative: the word beside it says the same. */
export function Icon({ name, class: className = "ico" }: { name: string; class?: string }) {
  return (
    <svg class={className} aria-hidden="true">
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
