/** Articles that nobody wrote: the same Markdown for both sites, from one seed. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export const TOPICS = Array.from({ length: 20 }, (_, topic) => ({
  id: `topic-${topic}`,
  title: `Topic ${topic}`,
  summary: `What stands under topic ${topic}.`,
}));

const WORDS =
  "connection account campaign reward contact stage pipeline field owner message settings report export import domain webhook token invoice template widget share sync customer referral link form page button list filter time zone address number".split(
    " ",
  );

/** The same numbers every time. */
function createDice(seed: number) {
  let state = seed;
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
type Roll = ReturnType<typeof createDice>;

const sentence = (roll: Roll): string => {
  const words = Array.from({ length: 8 + roll(10) }, () => WORDS[roll(WORDS.length)] ?? "");
  return `The ${words.join(" ")}.`;
};
const paragraph = (roll: Roll): string => Array.from({ length: 3 + roll(3) }, () => sentence(roll)).join(" ");
const list = (roll: Roll): string => Array.from({ length: 4 }, (_, n) => `${n + 1}. ${sentence(roll)}`).join("\n");

/** About 700 words, five sections, a numbered list, a table and code in each. `linkTo` writes another one's address. */
function body(roll: Roll, linkTo: string): string {
  const sections = Array.from({ length: 5 }, (_, n) => `## Part ${n + 1}\n\n${paragraph(roll)}\n\n${paragraph(roll)}`);
  const table = `| name | means |\n| --- | --- |\n| one | ${sentence(roll)} |\n| two | ${sentence(roll)} |`;
  const code = '```json\n{ "enabled": true, "stage": "won" }\n```';
  return [...sections, list(roll), table, code, `See [another article](${linkTo}).`].join("\n\n");
}

type Written = {
  many: number;
  folder: string;
  addressOf: (id: string) => string;
  head: (title: string) => string;
  ending: string;
};

/** Writes so many into a folder, a folder each topic. */
export function writeArticles({ many, folder, addressOf, head, ending }: Written): void {
  const idOf = (n: number) => `${TOPICS[n % TOPICS.length]?.id}/article-${n}`;
  for (let n = 0; n < many; n++) {
    const roll = createDice(n + 1);
    const file = path.join(folder, `${idOf(n)}${ending}`);
    mkdirSync(path.dirname(file), { recursive: true });
    const title = `Article ${n}: ${WORDS[roll(WORDS.length)]} and ${WORDS[roll(WORDS.length)]}`;
    writeFileSync(file, `---\n${head(title)}\n---\n\n${body(roll, addressOf(idOf((n + 7) % many)))}\n`);
  }
}
