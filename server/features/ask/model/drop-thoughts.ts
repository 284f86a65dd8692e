/** What a model thinks before it answers stands between these where its server does not tell the two apart. */
export const NAMES = ["think", "thinking", "thought", "reasoning"];

/** Gives of each piece of an answer what is no thought. Where one stands, it is at the beginning. */
export function dropThoughts(): (piece: string) => string {
  let held = "";
  let closing: string | null = null;
  let answers = false;
  return (piece) => {
    if (answers) return piece;
    held += piece;
    for (;;) {
      if (closing !== null) {
        const end = held.toLowerCase().indexOf(closing);
        // no more of a thought is kept than may be the beginning of its end
        held = end < 0 ? held.slice(-closing.length) : held.slice(end + closing.length);
        if (end < 0) return "";
        closing = null;
      }
      held = held.trimStart();
      const begun = held.toLowerCase();
      const name = NAMES.find((each) => begun.startsWith(`<${each}>`));
      if (name === undefined) {
        answers = !NAMES.some((each) => `<${each}>`.startsWith(begun));
        return answers ? held : "";
      }
      closing = `</${name}>`;
    }
  };
}
