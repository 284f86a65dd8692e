/** In which line of a file words stand that are asked for in its order, the same ones perhaps more than once. Words that it has not are said to be in the first line. */
export function findLines(text: string): (words: string) => number {
  let at = 0;
  let line = 1;
  const goTo = (found: number) => {
    if (found < at) [at, line] = [0, 1];
    for (let end = text.indexOf("\n", at); end >= 0 && end < found; end = text.indexOf("\n", at)) {
      at = end + 1;
      line++;
    }
    return line;
  };
  let next = 0;
  return (words) => {
    const found = findWhole(text, words, next) ?? findWhole(text, words, 0) ?? text.indexOf(words);
    if (found < 0) return 1;
    next = found + words.length;
    return goTo(found);
  };
}

/** Not within a longer name or address: `start` is not in `guides/start-here`. */
function findWhole(text: string, words: string, from: number): number | undefined {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1))
    if (!/[\w/-]/.test(text[at - 1] ?? "") && !/[\w/-]/.test(text[at + words.length] ?? "")) return at;
  return undefined;
}
