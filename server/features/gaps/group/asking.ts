const WORDS = {
  where: /\bwhere\b/i,
  how_long: /\bhow long\b/i,
  how_often: /\bhow often\b/i,
  how_many: /\bhow many\b|\b(?:max|maximum) number\b/i,
  how_much: /\bhow much\b/i,
  when: /\bwhen\b/i,
  who: /\bwho\b/i,
  why: /\bwhy\b/i,
};

/** What a question wants to know of its subject: where is not how long, whatever it is about. */
export type Asking = keyof typeof WORDS;

/** Null where a phrase only names its subject, or asks how or whether. */
export function readAsking(text: string): Asking | null {
  const kinds = Object.keys(WORDS) as Asking[]; // as the type says
  return kinds.find((kind) => WORDS[kind].test(text)) ?? null;
}
