/** Blocks in articles become the reader's own when they come near the window: not before, so that an article stays light. */
export function wakeBlocks(): void {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        seen.unobserve(target);
        void import("./live-blocks.ts").then(({ fillBlock }) => fillBlock(target));
      }
    },
    { rootMargin: "100px" },
  );
  for (const block of document.querySelectorAll<HTMLElement>("[data-live]")) seen.observe(block);
}
