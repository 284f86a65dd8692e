type Said = { text: string; citations: number[] };

/** Without a source, it names what follows: "HubSpot:", or one of several questions. */
export const leadsOn = ({ text, citations }: Said): boolean => citations.length === 0 && /[:?]$/.test(text);

/** What the hub says of its own, with the verdict, before the first sentence that has a source or leads on to one. */
export function readPreface<Sentence extends Said>(sentences: Sentence[]): Sentence[] {
  const end = sentences.findIndex((each) => each.citations.length > 0 || leadsOn(each));
  return sentences.slice(0, end < 0 ? sentences.length : end);
}
