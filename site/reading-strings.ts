/** What an article says of its own parts: the decision tree, code, figures, words that are explained. */
export const readingStrings = {
  diagnose: {
    label: (title: string) => `Find out: ${title}`,
    goes: (number: string) => `go to ${number}`,
    when: "When:",
    arrow: " → ",
    person: "Hand it to a person",
    personElse: "It is something else: hand it to a person",
    back: "Back",
    restart: "Start again",
    path: "Your answers",
    trail: (title: string, path: string) => `“${title}”: ${path}`,
  },
} as const;
