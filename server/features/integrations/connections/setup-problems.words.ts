import { defineWords } from "#content/words.ts";

/** What keeps a setup from going on, and what to do about it. */
export const setupProblemWords = defineWords("setupProblems", {
  comingSoon: "{crm} is coming soon. Ask for it, and a mail tells you when it is here.",
  hereAlready: "{crm} is here already. Open its setup.",
  notAvailable: "{crm} is not available here yet. Support knows when it will be.",
  addressNeeded: "An e-mail address is needed.",
  writeAddress: "Write the address that we shall tell.",
  enterKeys: "{crm} is connected with keys that you enter, not by signing in.",
  noTenantId: "{crm} needs no Tenant ID.",
  otherTenantIdWaits: "Another Tenant ID waits to be looked at. A mail tells you when it has been.",
  tenantIdApproved: "A Tenant ID is approved already. Disconnect first to use another one.",
  tenantIdFirst: "Your Tenant ID comes first: keys can be entered once it is approved.",
  missing: "Something is missing here.",
  enter: "Enter the {label}.",
  noSuchConnection: "There is no such connection.",
  beingRemoved: "This connection is being removed right now. Try again.",
  removed: "This connection has been removed.",
  checkStopped: "The check was stopped. Check again in a moment.",
  changedElsewhere: "These settings were changed elsewhere meanwhile. Choose which to keep.",
  connectFirst: "Connect {crm} first, then save.",
  incomplete: "Something is still missing before this can go live.",
  settings: {
    nothingOn: "Turn referrers or leads on: nothing would be sent.",
    become: {
      referrers: "Choose what referrers become: {kinds}.",
      leads: "Choose what leads become: {kinds}.",
    },
    choose: "Choose a {what}.",
    chooseWhatCounts: "Choose the {stage} that counts.",
    noEmail: "Choose a field for the e-mail address.",
    twice: "“{field}” is filled twice. Take one of them away.",
    noPolicies: "This CRM looks for no existing contacts: leave this empty.",
    policies: "Choose what happens to a contact that is there already: {policies}.",
  },
});
