import type { Db } from "#db/database.ts";
import type { Config } from "#server/core/config.ts";
import { isThisMachine } from "#server/core/networks.ts";
import { hears, listReceivers, OF_QUESTIONS } from "#server/outbox/hooks/list-receivers.ts";
import type { AskAbout } from "./ask.schema.ts";

type ReadersDeps = { db: Db; config: Pick<Config, "model" | "embedding"> };

/** Who answers, and who else reads a question: a model and an embedding model are of the same server. */
export async function describeReaders({ db, config: { model, embedding } }: ReadersDeps): Promise<AskAbout> {
  const provider = hostElsewhere((model ?? embedding)?.baseUrl);
  const receivers = await listReceivers(db);
  const quiet = receivers !== null && !receivers.some((receiver) => hears(receiver, OF_QUESTIONS));
  return { mode: model ? "model" : "extractive", provider, staysHere: provider === null && quiet };
}

function hostElsewhere(url: string | undefined): string | null {
  if (url === undefined) return null;
  const { host, hostname } = new URL(url);
  return isThisMachine(hostname) ? null : host;
}
