/** What the built pages say of the guided setup; the rest is in strings.ts. */
export const setupStrings = {
  title: "Set up your CRM",
  lede: "Each CRM has a guided setup. It reads from your own account, and proves at the end that it works.",
  one: "Set up {name}",
  ledeOne: "A stage is done when something has really happened, not when a box is ticked. Leave whenever you like.",
  ledeSoon: "{name} is on its way. Ask for it, and you hear when it opens.",
  all: "All setups",
  loading: "Asking this hub how far you are.",
  noScript:
    "The guided setup needs JavaScript, because it reads from your CRM while you choose. Without it there are other ways:",
  read: "Read “{title}”",
  signIn: "Sign in by e-mail",
  aside: "Beside the setup",
  help: "Help with this setup",
  ask: "Ask about it",
  person: "Hand this setup to a person",
  block: {
    word: "Setup",
    title: "Set {name} up here, step by step",
    says: "The guided setup reads pipelines, stages and fields from your own {name}, keeps every choice as a draft, and checks each fact at the end.",
    go: "Open the guided setup",
  },
  check: {
    word: "Check",
    title: "Does your {name} connection work?",
    says: "The guided setup asks {name} itself, fact by fact, and says what to do about each.",
    go: "Check it now",
  },
  trace: {
    word: "Trace",
    title: "Look one person up",
    says: "Give the e-mail address of somebody who is missing. The hub looks in your CRM and your settings, and says what a sync would do with that person now, and why. It only reads.",
    go: "Trace a contact",
  },
} as const;
