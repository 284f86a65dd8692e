import type { ComponentChildren } from "preact";
import { Mark } from "./mark.tsx";

/** What went wrong, said where it went wrong and read out at once. */
export const Notice = ({ children }: { children: ComponentChildren }) => (
  <p class="err" role="alert">
    <Mark name="failed" /> {children}
  </p>
);
