import type { PersonCounts as Counts } from "#server/features/privacy/privacy.schema.ts";
import { Fact } from "./fact.tsx";

const NAMES: Record<keyof Counts, string> = {
  cases: "Cases",
  messages: "Messages in them",
  attachments: "Files in them",
  votes: "Votes",
  questions: "Questions to Ask AI",
  searches: "Searches",
  deliveries: "Mails and messages, sent or waiting",
  accounts: "Customer accounts",
  sessions: "Sessions",
  workspaces: "Workspaces of their own",
  connections: "Entries at connections and waiting lists",
  passing: "Passing entries, a day or less",
};

export const totalOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What there is, or was; nothing of a kind is left out. */
export const PersonCounts = ({ counts }: { counts: Counts }) => (
  <dl class="kv">
    {(Object.entries(NAMES) as [keyof Counts, string][])
      .filter(([kind]) => counts[kind] > 0)
      .map(([kind, name]) => (
        <Fact key={kind} name={name}>
          {counts[kind]}
        </Fact>
      ))}
  </dl>
);
