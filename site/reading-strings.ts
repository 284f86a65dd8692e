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
  code: { copy: "Copy this", copied: "Copied" },
  figure: { enlarge: (number: string) => `Open figure ${number} large`, close: "Close" },
  step: { anchor: (number: string) => `Link to step ${number}` },
  position: {
    label: "Where you stopped reading",
    says: (title: string, day: string) => `You were at “${title}” ${day}.`,
    go: "Go on there",
    close: "No, thank you",
  },
} as const;
