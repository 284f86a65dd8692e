const ITEM = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/;

/** Whether a list goes on after this line, which is neither empty nor code. */
export const listAfter = (inList: boolean, line: string): boolean => ITEM.test(line) || (inList && /^[ \t]/.test(line));
