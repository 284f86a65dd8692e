/** The words of the widget's frame. */
export const widgetStrings = {
  title: "How can we help?",
  back: "Back",
  close: "Close",
  find: "Search the articles",
  fits: "For the page you are on",
  starters: "Ask",
  more: "More",
  person: "Talk to a person",
  status: "Status of the CRMs",
  setup: "Guided setup",
  hub: "All articles",
  sent: "A person has it",
  sentNote: "We write to your address. This link is yours alone: follow it, answer on it, or close the case.",
  follow: "Follow your case",
  reference: "Reference",
};
