import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Served = {
  port: number;
  /** By its number, without a slash at its end. */
  url: string;
  /** With the connections that are open. */
  close: () => Promise<void>;
};

/** Has a fake listen on this machine alone, on a free port where none is wanted. */
export async function serve(server: Server, wanted = 0): Promise<Served> {
  server.listen(wanted, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // listening on TCP
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port, url: `http://127.0.0.1:${port}`, close };
}
