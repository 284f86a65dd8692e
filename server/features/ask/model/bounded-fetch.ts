/** Bytes. The longest answer, token by token, has about a quarter of this. */
const BYTES_AT_MOST = 4 * 1024 * 1024;

/** `fetch`, which breaks off an answer that is larger than any answer of a model can be. The client by itself would read it to its end. */
export async function boundedFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  const reader = response.body?.getReader();
  if (!reader) return response;
  let bytes = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await reader.read();
        if (done) return controller.close();
        bytes += value.byteLength;
        if (bytes <= BYTES_AT_MOST) return controller.enqueue(value);
        controller.error(new RangeError("The model's server sends more than an answer"));
        await reader.cancel();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
}
