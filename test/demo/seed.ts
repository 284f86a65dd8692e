import type { CaseList } from "#server/features/desk/desk.schema.ts";
import { clearCases, fileCases } from "./file-cases.ts";
import { seedSavedReplies } from "./seed-case.ts";
import { openVisitor, type Visitor } from "./visitor.ts";

/** Whoever is at the desk of the demo. */
export const STAFF = { name: "Support", email: "support@example.com", password: "demo desk password" };

const CASES = [
  { email: "grace@example.com", message: "New referrers stopped reaching our CRM this week." },
  { email: "linus@example.com", message: "Which stage should qualify a referral?" },
  { email: "ada@example.com", message: "Bookings fail since Monday: the booking provider is refused." },
  { email: "grace@example.com", message: "It is me again: still no new referrers in our CRM." },
  { email: "offers@example.com", message: "First place in every search engine, for a small price a month!" },
];
const QUESTIONS = [
  "Why do my contacts not sync?",
  "How do I connect HubSpot?",
  "Which brass bands do you sponsor?",
  "Can I export my referrals to Excel?",
  "referrals export excel",
  "Is there a mobile app?",
];
const SEARCHES = ["mobile app", "excel export of referrals", "okta"];
const VOTES = [
  { articleId: "integrations/connect-your-crm", answered: true },
  { articleId: "syncing/contacts-not-syncing", answered: false, reason: "missing", comment: "What of old contacts?" },
  { articleId: "syncing/converted-lead-error", answered: false, reason: "hard_to_follow" },
];

/** What a hub has after some days: readers who asked, voted and wrote, and a desk that answered one of them. */
export async function seedHistory(hubUrl: string, deskLink: string): Promise<void> {
  for (const sent of CASES) await openVisitor(hubUrl).post("/api/escalations", sent);
  for (const question of QUESTIONS) await openVisitor(hubUrl).post("/api/ask", { question });
  for (const q of SEARCHES) await openVisitor(hubUrl).post("/api/searches", { q, results: 0 });
  for (const vote of VOTES) await openVisitor(hubUrl).post("/api/votes", vote);
  const staff = openVisitor(hubUrl);
  await staff.post("/api/desk/join", { token: new URL(deskLink).searchParams.get("token"), ...STAFF });
  await answerOne(staff);
  // in the demo's mailbox: the other side of an invitation
  await staff.post("/api/desk/invites", { email: "grace@example.com", role: "writer" });
  await fileCases(staff);
  await clearCases(staff);
  await seedSavedReplies(staff);
}

async function answerOne(staff: Visitor): Promise<void> {
  const { cases } = await staff.get<CaseList>("/api/desk/cases");
  const asked = cases.find(({ email }) => email === "linus@example.com");
  if (!asked) throw new Error("The case that was just sent is not at the desk.");
  const body = "Any stage that means a sale for you. “Guided setup” shows those that your CRM has.";
  await staff.post(`/api/desk/cases/${asked.id}/replies`, { body });
}
