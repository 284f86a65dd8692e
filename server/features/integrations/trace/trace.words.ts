import { defineWords } from "#content/words.ts";

/** What a sync would do with somebody and why, by the trace's code. */
export const traceWords = defineWords("trace", {
  operator_missing: { says: "Nothing is sent: this hub is not set up at {crm}.", todo: "Ask a person." },
  revoked: { says: "Nothing is sent: {crm} does not let this hub in any more.", todo: "Connect again." },
  not_connected: { says: "Nothing is sent: {crm} is not connected.", todo: "Connect {crm} in the setup." },
  not_saved: {
    says: "Nothing is sent: the settings were never saved.",
    todo: "Press Save at the end of the setup.",
  },
  half_off: { says: "Nothing is sent: {half} is off.", todo: "Switch {half} on, and save." },
  not_asked: "{crm} could not be asked about this person. {seen}",

  create_new: "A new {kind} is made: {crm} does not know this person yet.",
  create_always: "A new {kind} is made in {crm}.",
  create_second: "A second {kind} is made: {crm} has this person already. A duplicate rule there may still refuse it.",
  update_existing: "{crm} has this person already: the {kind} is updated with what is mapped.",
  skip_existing: {
    says: "Skipped: {crm} has this person already, and “Do nothing” is chosen. The referral will never qualify through {crm2}.",
    todo: "To have it counted, choose to update existing contacts and save, or qualify this referral by hand.",
  },
  existing_missing: {
    says: "{crm} has this person already, and nothing says what is to happen then.",
    todo: "Choose what happens to existing contacts, and save.",
  },
  duplicate_refused: {
    says: "This will probably fail: {crm} refuses a second contact with the same e-mail address.",
    todo: "Choose to update existing contacts, and save.",
  },
  mapping_incomplete: {
    says: "This will probably fail: nothing is mapped to what {crm} requires. Missing: {fields}.",
    todo: "Complete the mapping in {half}, and save.",
  },
  converted_lead: {
    says: "This will probably fail with “cannot reference converted lead”: the lead was converted.",
    on: "This will probably fail with “cannot reference converted lead”: the lead was converted on {day}.",
    became:
      "This will probably fail with “cannot reference converted lead”: the lead was converted, and became the contact {contact}.",
    onBecame:
      "This will probably fail with “cannot reference converted lead”: the lead was converted on {day}, and became the contact {contact}.",
    todo: "Qualify this referral by hand. To prevent the next one, create contacts instead of leads, or convert a lead in {crm} only when its referral is complete.",
  },

  facts: {
    off: "Off: nobody of this kind is sent.",
    on: "On. Each becomes a {kind}.",
    existing: "{half}: existing contacts",
    policies: {
      update: "Update them.",
      skip: "Do nothing.",
      duplicate: "Add a second record.",
      none: "Not chosen.",
    },
    lookedFor: "Looked for {email}",
    notKnown: "{crm} does not know this address.",
    noContact: "{crm} has no contact with this address. Among its bookings nobody can be looked for by one.",
    records: { one: "{crm} has one record.", other: "{crm} has {count} records." },
    record: "{kind} {id}",
    since: "since {day}",
    match: "the one that a sync takes",
    found: "Found.",
    converted: "{record}: converted",
    wasConverted: "Converted.",
    convertedOn: "Converted on {day}.",
    became: "It became the contact {contact}.",
  },
});
