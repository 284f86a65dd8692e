import pg from "pg";

/** For a command of the hub: a server that says nothing must not keep it waiting. */
export const COMMAND_BOUNDS = { connectionTimeoutMillis: 5000, query_timeout: 8000 };

/** Work on a connection of its own, which ends with it. */
export async function onPostgres<T>(options: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(options);
  // unheard, the event would end the process
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
