/** A connection that can be cut: hands everything on to a server on loopback until it is told not to. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export type Relay = {
  port: number;
  /** Breaks every connection there is. New ones are let through. */
  cut: () => void;
  close: () => Promise<void>;
};

export async function startRelay(toPort: number): Promise<Relay> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(toPort, "localhost");
    near.pipe(far).pipe(near);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => {}); // what was cut is gone
      socket.once("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = (): void => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port, // listening on TCP
    cut,
    close: async () => {
      server.close();
      cut();
      await once(server, "close");
    },
  };
}
