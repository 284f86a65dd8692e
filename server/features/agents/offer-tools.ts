import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { ArticleId, IntegrationId } from "#content/schema.ts";
import type { Visitor } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import type { Answer, AskInput } from "../ask/ask.schema.ts";
import { QUESTION_MAX } from "../ask/ask.values.ts";
import type { SearchQuery, SearchResults } from "../search/search.schema.ts";
import type { HubStatus } from "../status/status.schema.ts";
import { sayAnswer, sayHits, sayStatus } from "./say.ts";
import { toolResult } from "./tool-result.ts";

/** Who asks through an assistant; limits count for their address. */
export type Asker = { visitor: Visitor; signal: AbortSignal; headers: Headers };

export type AgentTools = {
  /** @throws AppError "limited" */
  search: (query: SearchQuery, visitor: Visitor) => SearchResults;
  /** An article's Markdown; null where there is none. */
  readMarkdown: (articleId: string) => string | null;
  /** @throws AppError "limited", "not_found" for an article that is not there */
  answer: (input: AskInput, asker: Asker) => Promise<Answer>;
  readStatus: () => Promise<HubStatus>;
  /** A path of the hub as a whole address. */
  addressOf: (path: string) => string;
};

const READS = { readOnlyHint: true, openWorldHint: false };

/** What an assistant may do here: what every reader may. A refusal is a result that says why. */
export function offerTools(server: McpServer, tools: AgentTools, asker: Asker): void {
  offerReading(server, tools, asker);
  offerAnswers(server, tools, asker);
}

function offerReading(server: McpServer, tools: AgentTools, { visitor }: Asker): void {
  server.registerTool(
    "search_help",
    {
      title: "Search the help articles",
      description:
        "Articles and their sections that match, best first. Typing errors and customers' own words are understood.",
      inputSchema: z.object({
        query: z.string().trim().min(1).max(200),
        integration: IntegrationId.optional(),
        limit: z.number().int().min(1).max(20).default(5),
      }),
      annotations: READS,
    },
    ({ query, integration, limit }) =>
      toolResult(() => sayHits(tools.search({ q: query, integration, limit }, visitor), tools.addressOf)),
  );
  server.registerTool(
    "read_article",
    {
      title: "Read an article",
      description:
        "A whole article as Markdown, by its id such as integrations/connect-your-crm: its steps and troubleshooting.",
      inputSchema: z.object({ article: ArticleId }),
      annotations: READS,
    },
    ({ article }) => toolResult(() => tools.readMarkdown(article) ?? unknownArticle(article)),
  );
}

function offerAnswers(server: McpServer, tools: AgentTools, asker: Asker): void {
  server.registerTool(
    "ask_help",
    {
      title: "Ask a question",
      description:
        "An answer from the articles, each sentence with the section that says it; or that they do not say it.",
      inputSchema: z.object({
        question: z.string().trim().min(2).max(QUESTION_MAX),
        article: ArticleId.optional().describe("The article that the question is about, if it is about one"),
      }),
      annotations: { ...READS, idempotentHint: false },
    },
    ({ question, article }) =>
      toolResult(async () => sayAnswer(await tools.answer({ question, articleId: article }, asker), tools.addressOf)),
  );
}

/** Where the hub's product connects to something. */
export function offerStatus(server: McpServer, tools: AgentTools): void {
  server.registerTool(
    "integration_status",
    {
      title: "Is a CRM down?",
      description: "What each CRM's own status page says right now, and which integrations can be connected.",
      inputSchema: z.object({}),
      annotations: READS,
    },
    () => toolResult(async () => sayStatus(await tools.readStatus())),
  );
}

const unknownArticle = (article: string): never => {
  throw new AppError("not_found", `There is no article "${article}". search_help finds the ids.`);
};
