/** What a writer has to look at after an import. */
export type Note = {
  /** Within the source. */
  file: string;
  line: number;
  /** What stood there. */
  construct: string;
  /** What became of it, and what to do. */
  todo: string;
};

export type Tell = (line: number, construct: string, todo: string) => void;

export class Report {
  readonly #notes = new Map<string, Note>();

  get notes(): Note[] {
    return [...this.#notes.values()];
  }

  /** Takes notes about one file. */
  about(file: string): Tell {
    return (line, construct, todo) => {
      const note = { file, line, construct: shorten(construct), todo };
      // a partial is read once for each page that uses it
      this.#notes.set(JSON.stringify(note), note);
    };
  }
}

const shorten = (words: string) => {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
};

export type Outcome = {
  source: string;
  summary: string[];
  /** Topics with what is in them. */
  topics: string[];
  notes: Note[];
};

/** The report as a writer reads it: what is to be done, most frequent first, then each place by file. */
export function reportAsMarkdown({ source, summary, topics, notes }: Outcome): string {
  const kinds = [...Map.groupBy(notes, ({ todo }) => todo)].toSorted(([, a], [, b]) => b.length - a.length);
  const files = [...Map.groupBy(notes, ({ file }) => file)].toSorted(([a], [b]) => a.localeCompare(b));
  const lines = [
    `# Import of ${source}`,
    "",
    ...summary.map((each) => `- ${each}`),
    "",
    "## Topics",
    "",
    ...topics.map((each) => `- ${each}`),
    "",
    notes.length === 0 ? "Everything was kept." : "## What to do",
    "",
    ...(kinds.length > 0 ? ["| places | what became of it, and what to do |", "| ---: | --- |"] : []),
    ...kinds.map(([todo, places]) => `| ${places.length} | ${inCell(todo)} |`),
    ...files.flatMap(([file, inFile]) => [
      "",
      `## ${file}`,
      "",
      ...inFile
        .toSorted((a, b) => a.line - b.line)
        .map(({ line, construct, todo }) => `- line ${line}: ${asCode(construct)} ${todo}`),
    ]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

const inCell = (words: string) => words.replaceAll("|", "\\|");

function asCode(words: string): string {
  const ticks = "`".repeat(Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return ticks.length > 1 ? `${ticks} ${words} ${ticks}` : `\`${words}\``;
}
