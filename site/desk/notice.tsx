import type { ComponentChildren } from "preact";
import { Icon } from "#site/islands/icon.tsx";

/** What went wrong, said where it went wrong and read out at once. */
export const Notice = ({ children }: { children: ComponentChildren }) => (
  <p class="err" role="alert">
    <Icon name="m-failed" class="mark" /> {children}
  </p>
);
