import { h } from "preact";
import { drawings } from "virtual:drawings";

/**
 * A drawing of icons.svg, as site/styles/README.md names them. Decorative: the word beside it says the same. It comes with
 * the script, so that what says that the hub is away has its mark without asking the hub.
 */
export function Icon({ name, class: className = "ico" }: { name: string; class?: string }) {
  const { viewBox, parts = [] } = drawings[name] ?? {};
  return (
    <svg class={className} viewBox={viewBox} aria-hidden="true">
      {parts.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
