/** What stands in settings and first lines, whose shape nobody has promised. */
export type Data = Record<string, unknown>;

export const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() ? value.trim() : undefined;
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** The first of these fields that says something; `a.b` is a field within a field. */
export const stringIn = (data: Data, ...keys: string[]): string | undefined => {
  for (const key of keys) {
    const value = key.split(".").reduce<unknown>((at, part) => (isData(at) ? at[part] : undefined), data);
    if (typeof value === "string" && value.trim()) return value.trim();
    if (typeof value === "number") return String(value);
  }
  return undefined;
};

export const numberIn = (data: Data, ...keys: string[]): number | undefined => {
  const value = Number(stringIn(data, ...keys) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
};

/** What these fields list: a list of words, or words with commas between them. */
export const listIn = (data: Data, ...keys: string[]): string[] =>
  keys.flatMap((key) => {
    const value = data[key];
    if (typeof value === "string") return value.split(",").map((each) => each.trim());
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
  });
