export const focusField = (): void => document.getElementById("ask-q")?.focus();

/** Where the answers are: for what was pressed and is gone with that. */
export const focusThread = (): void => document.getElementById("ask-log")?.focus({ preventScroll: true });
