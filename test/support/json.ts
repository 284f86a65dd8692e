/** Parts of a document whose shape nobody has said. */
export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands there under a name; {} where that is nothing of the kind. */
export function part(of: unknown, name: string): Json {
  const found = isJson(of) ? of[name] : undefined;
  return isJson(found) ? found : {};
}

export const list = (of: unknown): unknown[] => (Array.isArray(of) ? of : of === undefined ? [] : [of]);
