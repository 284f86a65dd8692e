const encoder = new TextEncoder();

/** A body whose pieces are made when the client takes them. Where one fails the connection breaks off, so that nobody takes a part for the whole. */
export const streamText = (chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
