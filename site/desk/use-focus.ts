import { useEffect, useRef } from "preact/hooks";

/** For what comes to be there by a press, and is to be read next: it takes the focus, and again whenever `what` is another. */
export function useFocus<Element extends HTMLElement>(what?: unknown) {
  const ref = useRef<Element>(null);
  useEffect(() => ref.current?.focus(), [what]);
  return ref;
}
