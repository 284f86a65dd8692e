/** At most `max` characters, with a sign that there is more. Cut at a word, unless that is a long one. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 2);
  const whole = cut.replace(/[,;:]?\s+\S*$/, "");
  return `${(whole.length > cut.length / 2 ? whole : cut).toWellFormed()} …`;
}
