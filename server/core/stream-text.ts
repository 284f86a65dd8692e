const encoder = new TextEncoder();

/** Text as a body that is made no faster than it is taken. When making it fails, the transfer breaks off rather than ends. */
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
