import type { CaseChanges } from "#server/features/desk/cases.schema.ts";
import type { CaseList } from "#server/features/desk/desk.schema.ts";
import type { Visitor } from "./visitor.ts";

const TAGS: Record<string, string[]> = { "grace@example.com": ["crm-setup"], "ada@example.com": ["booking", "vip"] };

/** What a morning at the desk leaves behind: tags, and one case that cannot wait. */
export async function fileCases(staff: Visitor): Promise<void> {
  const { cases } = await staff.get<CaseList>("/api/desk/cases");
  const changes: CaseChanges["changes"] = cases.flatMap(({ id, version, email }) =>
    TAGS[email] ? [{ id, version, tags: TAGS[email], ...(email === "ada@example.com" && { priority: "urgent" }) }] : [],
  );
  await staff.post("/api/desk/case-changes", { changes });
}

/** Who wrote twice is answered once, and what is no request is out of the way. */
export async function clearCases(staff: Visitor): Promise<void> {
  const { cases } = await staff.get<CaseList>("/api/desk/cases");
  const byAge = cases.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
  const [first, second] = byAge.filter(({ email }) => email === "grace@example.com");
  const advert = byAge.find(({ email }) => email === "offers@example.com");
  if (!first || !second || !advert) throw new Error("The cases that were just sent are not at the desk.");
  const changes: CaseChanges["changes"] = [
    { id: second.id, version: second.version, mergedInto: first.reference },
    { id: advert.id, version: advert.version, junk: true },
  ];
  await staff.post("/api/desk/case-changes", { changes });
}
