import type { Answer } from "#server/features/ask/ask.schema.ts";
import type { ConnectionCheck } from "#server/features/integrations/checks.schema.ts";
import type { IntegrationView } from "#server/features/integrations/integrations.schema.ts";
import type { Visitor } from "./visitor.ts";

const ARTICLE = "syncing/converted-lead-error";
const QUESTION = "Salesforce says “cannot reference converted lead”. What do I do?";

/** A customer of the product who tried by herself first: an article, a step, a question, a check; then a person. */
export async function seedTriedCase(customer: Visitor, email: string): Promise<void> {
  const { answerId } = await customer.post<Answer>("/api/ask", { question: QUESTION });
  const { integrations } = await customer.get<{ integrations: IntegrationView[] }>("/api/integrations");
  const id = integrations.find((each) => each.id === "salesforce")?.connection?.id;
  if (!id) throw new Error("Nobody has connected Salesforce.");
  const { checks } = await customer.get<{ checks: ConnectionCheck[] }>(`/api/connections/${id}/checks`);
  const { id: checkId = "", at = new Date().toISOString() } = checks.at(-1) ?? {};
  const read = { at, kind: "article", ref: ARTICLE, title: "Read “Cannot reference converted lead”" };
  await customer.post("/api/escalations", {
    email,
    name: "Ada",
    articleId: ARTICLE,
    message: `${QUESTION} It is the third time this week.`,
    trail: [
      { ...read, version: "0123456789abcdef" },
      {
        at,
        kind: "step",
        ref: "integrations/connect-your-crm#sign-in-to-your-crm",
        title: "Step 2 did not work: Sign in",
      },
      { at, kind: "answer", ref: answerId, title: `Asked “${QUESTION}”: answered` },
      { at, kind: "check", ref: `check:${checkId}`, title: "Checked Salesforce: something to look at" },
    ],
  });
}

const REPLIES = [
  {
    title: "Converted lead",
    body: "Hello {{name}},\n\nleave Leads unconverted until the referral is complete: {{article}}\n\n{{agent}}",
  },
  {
    title: "Tenant ID waits",
    body: "Hello {{name}}, your Tenant ID is approved within 5 business days. We write under {{reference}}.",
  },
];

/** One that the articles say, and one that they do not. */
export async function seedSavedReplies(staff: Visitor): Promise<void> {
  for (const reply of REPLIES) await staff.post("/api/desk/saved-replies", reply);
}
