type Older = { next: string | null; load: () => Promise<void> };

/** What leads from a list to the page behind it, where there is one. */
export const OlderButton = ({ next, load }: Older) =>
  next && (
    <p class="acts">
      <button class="btn sm" type="button" onClick={() => void load()}>
        Older
      </button>
    </p>
  );
