/** Ends of what comes from a place: "Canadian" for Canada, "Viennese" for Vienna. */
const DEMONYM = /(?:ians?|eans?|ans?|ese|ish|is?|ics?|a|e|y|o|s|es)$/;

/** Equal for a place and what comes from it. */
export const rootOf = (name: string): string => name.replace(DEMONYM, "").replace(/[aeiouy]+$/, "");
