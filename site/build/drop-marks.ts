const MARKED = /(<[a-z][^<>]*?) data-knowledge="skip"/g;

/** After the build: what is no part of an article's text was marked for who reads it into knowledge.json, and for nobody else. */
export const dropMarks = (html: string): string => html.replace(MARKED, "$1");
