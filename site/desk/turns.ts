type Work = () => Promise<void>;

/** Lets one thing be done after the other, in the order in which they were wanted, whatever becomes of each. */
export function takeTurns(): (work: Work) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
