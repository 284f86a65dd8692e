/** At most `max` characters, and a sign that there is more: whole words, where there are spaces between them. */
export const cutText = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max).replace(/[,;:]?\s+\S*$/, "")} …`;
