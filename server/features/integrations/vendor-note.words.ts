import { defineWords } from "#content/words.ts";

/** What we saw of a CRM's answer, or of what we keep ourselves, each a sentence. What the CRM said is not among them. */
export const vendorNoteWords = defineWords("vendorNotes", {
  late: "No whole answer came within {seconds} seconds.",
  notUnderstood: "The answer could not be understood.",
  answered: "It answered with {status}.",
  redirected: "It answered with {status}, a redirect.",
  tooLarge: "It answered with {status}, and with more than 4 MB.",
  cutOff: "It answered with {status}, and broke off after {bytes} bytes.",
  noJson: "It answered with {status}, as {type}: {text}",
  untyped: "It answered with {status}, and did not say as what: {text}",

  unknownName: "Its name is not known.",
  nameNotLookedUp: "Its name could not be looked up.",
  refusesConnections: "It refuses connections.",
  closed: "It closed the connection.",
  noConnectionInTime: "There was no connection in time.",
  noWay: "There is no way to it from here.",
  certificateExpired: "Its certificate has expired.",
  certificateNotTrusted: "Its certificate is not trusted.",
  certificateForAnother: "Its certificate is for another name.",
  noConnection: "There was no connection ({code}).",
  notSent: "The request could not be sent.",

  keptIsBroken: "What this hub kept of the access cannot be opened any more.",
  renewedLate: "The access could not be renewed in time.",
  nothingToRenew: "There is nothing to renew the sign-in with.",
  notOAuth: "It is not what OAuth asks for.",
  noKeys: "It takes a sign-in, and no keys.",
  noSignIn: "It takes keys, and no sign-in.",
  inactive: "{crm} says that the access is not active.",
  noToken: "No token came back.",
  itIs: "It is “{account}”.",

  otherRegion: "“{account}” is in Intercom’s region {region}. Choose {region2}, and connect again.",
  isSandbox: "“{account}” is a Salesforce sandbox. Choose sandbox, and connect again.",
  isProduction: "“{account}” is a Salesforce production organisation. Choose production, and connect again.",
  noOrganization: "No Organization came back.",
  notItsOwn: "Salesforce named a place that is not its own ({host}).",
  noAddress: "Salesforce named a place without an address.",
  nextElsewhere: "The next page has no address of its own.",
  noTenant: "ServiceTitan has no tenant {tenant} for these keys. It said: “{answer}”.",
  noProvider: "ServiceTitan has no such booking provider. It said: “{answer}”.",
  providerSigns: "“{provider}” has other signs than a Booking Provider Value.",
  appKeyRefused:
    "This hub’s own app key was refused. Whoever runs this hub has to mend it; your keys are not the cause. It said: “{answer}”.",
});
