/** A whole stream of the server's events, as `route.fulfill` sends it. */
export const eventStream = (events: readonly (readonly [event: string, data: unknown])[]) => ({
  contentType: "text/event-stream",
  body: events.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(""),
});
