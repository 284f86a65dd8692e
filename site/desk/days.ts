const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** YYYY-MM-DD, and there is such a day. */
export const isDay = (word: string): boolean =>
  DAY.test(word) && new Date(`${word}T00:00Z`).getUTCDate() === Number(word.slice(-2));

/** When that day begins where the desk is looked at, as the API takes it: what it lists says its times there too. */
export const momentOf = (day: string): string => new Date(`${day}T00:00`).toISOString();
