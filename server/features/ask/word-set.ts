/** The words of a list that is written as one line or more. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Each word of groups such as "day days|week weeks" leads to its group's first. */
export const firstOfGroup = (groups: string): ReadonlyMap<string, string> =>
  new Map(
    groups.split("|").flatMap((group) => {
      const forms = group.trim().split(/\s+/);
      return forms.map((form) => [form, forms[0] ?? form] as const);
    }),
  );
