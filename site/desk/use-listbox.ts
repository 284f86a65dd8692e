import { useSignal } from "@preact/signals";

/** A list that one walks through with the arrows while the focus stays in a field. `press` says whether the key was its own. */
export function useListbox<Item>(items: Item[], take: (item: Item) => void, close: () => void) {
  const at = useSignal(0);
  const here = Math.min(at.value, Math.max(0, items.length - 1));
  const keys: Record<string, () => void> = {
    ArrowDown: () => (at.value = (here + 1) % items.length),
    ArrowUp: () => (at.value = (here - 1 + items.length) % items.length),
    Enter: () => {
      const item = items[here];
      if (item) take(item);
    },
  };
  function press(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
    const act = event.key === "Escape" ? close : items.length > 0 ? keys[event.key] : undefined;
    if (!act) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  }
  return { here, press, begin: () => (at.value = 0) };
}
