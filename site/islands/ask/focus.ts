export const focusField = (): void => document.getElementById("ask-q")?.focus();

/** Gives the focus to the answers: for a button that is gone once it was pressed. */
export const focusThread = (): void => document.getElementById("ask-log")?.focus({ preventScroll: true });
