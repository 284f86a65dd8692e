/** Lists shared with the browser; imports nothing. */
export const WORK_STATES = ["to_look_at", "in_work", "fixed", "dismissed"] as const;
/** What of the list is shown. `worst`: all that let somebody down, but for what was dismissed. */
export const ARTICLE_SHOWS = ["worst", ...WORK_STATES, "stale", "mine"] as const;
/** The score looks at so many days, today included. */
export const WINDOW_DAYS = 28;
/** The line beside an article goes back so far. */
export const WEEKS = 12;
