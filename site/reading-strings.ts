/** What an article says of its own parts: the decision tree, code, figures, steps. */
export const readingStrings = {
  diagnose: {
    label: "Find out: {title}",
    goes: "go to {number}",
    when: "When:",
    arrow: " → ",
    person: "Hand it to a person",
    personElse: "It is something else: hand it to a person",
  },
  copyCode: "Copy this",
  enlarge: "Open figure {number} large",
  linkStep: "Link to step {number}",
} as const;
