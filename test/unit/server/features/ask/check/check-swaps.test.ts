import { describe, expect, it } from "vitest";
import { checkSentence } from "#server/features/ask/check/check-sentence.ts";
import { splitPassages } from "#server/knowledge/split-passages.ts";
import { prose, sampleArticle } from "#test/fakes/knowledge.ts";

/** What becomes of a sentence that cites an article of these sentences. */
function judge(article: string, text: string): string {
  const passages = splitPassages(sampleArticle("a/part", "Billing and seats", { "": prose(article) }));
  const source = { n: 1, articleId: "a/part", section: "", title: "", url: "" };
  const checked = checkSentence({ text, citations: [1] }, [{ passages, source }]);
  return checked.result === "withheld" ? `withheld: ${checked.reason}` : checked.result;
}

const PLANS =
  "The Starter plan costs $20 per seat. The Growth plan costs $45 per seat and includes the Audit Log. Starter customers find the Audit Log under Reports.";
const RENEWAL =
  "You can renew one year before and up to 2 years after the licence expires. If you don t renew in time, the team will suspend your workspace. You can only use the credit for a new licence. The origin of the fee is unknown to the support team.";
const VISITS =
  "Mira Kovac leads the Lisbon office. In 2019 the Porto office moved to the old harbour. Support visits the Porto office, the Braga office and the Faro office in May.";

describe("a sentence beside the source's own", () => {
  it.each([
    [
      "leaves a condition's other clause away",
      RENEWAL,
      "If you do not renew in time, your workspace will be suspended.",
    ],
    [
      "has a negation whose apostrophe the source lost",
      RENEWAL,
      "The team suspends your workspace if you don't renew in time.",
    ],
    ["has “only” at another place", RENEWAL, "You can use the credit only for a new licence."],
    ["says “not known” for “unknown”", RENEWAL, "The origin of the fee is not known to the support team."],
    ["begins with what the source ends with", VISITS, "The Porto office moved to the old harbour in 2019."],
    ["lists names of several sentences", VISITS, "The offices are in Lisbon, Porto, Braga and Faro."],
    [
      "has a clause of one everyday word of its own",
      RENEWAL,
      "To check it, you can renew up to 2 years after the licence expires.",
    ],
    ["has a name's plural", PLANS, "The Audit Logs are under Reports for Starter customers."],
    [
      "names a version with its letter",
      "Versions v7.5.2 and v8.0 need 64 bit systems.",
      "Version 7.5.2 needs 64 bit systems.",
    ],
  ])("passes when it %s", (_, article, text) => {
    expect(judge(article, text)).toBe("supported");
  });

  it.each([
    [
      "number",
      "a name of another sentence in its place, to which the figure belongs",
      PLANS,
      "The Starter plan costs $45 per seat and includes the Audit Log.",
    ],
    [
      "name",
      "a name at the source's beginning of a sentence",
      "Mira leads the office in Lisbon. In Porto, Mira met Jonas.",
      "Jonas leads the office in Lisbon.",
    ],
    [
      "name",
      "a name of everyday words",
      "The Call Center answers from Lisbon. Reports come weekly.",
      "The Reports Center answers from Lisbon.",
    ],
    [
      "name",
      "another name of the same root",
      "Open Qualify Referrals, choose a stage and save. Referrers see nothing of it.",
      "Open Qualify Referrers, choose a stage and save.",
    ],
    [
      "name",
      "two words of a name that the rest does not excuse",
      "Linux systems running Atlas Application Server are slow. Bad Limit Value Causes Trouble.",
      "Linux systems running Atlas Limit Value are slow.",
    ],
    ["number", "a figure of another sentence", PLANS, "The Starter plan costs $45 per seat."],
    [
      "number",
      "“1” where “one” only points",
      "A request, one that is late, takes 14 days of work.",
      "A request that is late takes 1 days of work.",
    ],
    ["polarity", "a negation that went", RENEWAL, "If you renew in time, the team will suspend your workspace."],
    [
      "polarity",
      "a negation before the opposite's word itself",
      RENEWAL,
      "The origin of the fee is not unknown to the support team.",
    ],
    ["polarity", "“only” that came", VISITS, "Mira Kovac only leads the Lisbon office."],
    ["words", "a clause of a word that few use", RENEWAL, "The licence expires, and then the invoice."],
  ])("is withheld (%s) for %s", (reason, _, article, text) => {
    expect(judge(article, text)).toBe(`withheld: ${reason}`);
  });
});
