import type { ComponentChildren } from "preact";
import { opensElsewhere } from "../dom.ts";
import { active } from "./search-state.ts";

export const optionId = (at: number): string => `find-${at}`;

type Props = { at: number; href: string; class?: string; press?: () => void; children: ComponentChildren };

/** One line that the arrow keys reach: a link, so that it also opens in a new tab. */
export function Option({ at, href, class: className, press, children }: Props) {
  return (
    <a
      id={optionId(at)}
      role="option"
      aria-selected={active.value === at}
      tabIndex={-1}
      class={className}
      href={href}
      onPointerMove={() => (active.value = at)}
      onClick={(event) => {
        if (!press || opensElsewhere(event)) return;
        event.preventDefault();
        press();
      }}
    >
      {children}
    </a>
  );
}
