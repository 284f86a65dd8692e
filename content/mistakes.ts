/** What a writer or operator got wrong, with the place to mend it. */
export type Mistake = {
  file: string;
  line: number;
  /** Dotted path within the YAML, such as `support.email`. */
  field?: string;
  message: string;
};

/** `content/hub.yaml:12 support.email: …`, one a line, in the order of files and lines. */
export function formatMistakes(mistakes: Mistake[]): string {
  return mistakes
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .map(({ file, line, field, message }) => `${file}:${line} ${field ? `${field}: ` : ""}${message}`)
    .join("\n");
}
