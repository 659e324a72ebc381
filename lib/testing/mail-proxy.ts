import { createConnection, createServer, type AddressInfo, type Socket } from "node:net";

export type MailProxy = Awaited<ReturnType<typeof startMailProxy>>;

/**
 * A line between a mail program and a mail server that misbehaves when told to: it falls silent, says what the server never
 * said, or drops the connection.
 */
export async function startMailProxy(target: number) {
  const pairs = new Set<{ near: Socket; far: Socket }>();
  let isSilent = false;
  let rewrite: (line: string) => string = (line) => line;
  let opened = 0;
  let most = 0;
  const asked: string[] = [];
  const server = createServer((near) => {
    const far = createConnection({ port: target, host: "127.0.0.1" });
    const pair = { near, far };
    pairs.add(pair);
    opened++;
    most = Math.max(most, pairs.size);
    near.on("data", (data) => {
      if (isSilent) return;
      asked.push(data.toString("latin1", 0, 60));
      far.write(data);
    });
    far.on("data", (data) => void (isSilent || near.write(rewritten(data, rewrite))));
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on("close", end).on("error", end);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    /** Connections so far, and the most at the same time. */
    opened: () => opened,
    most: () => most,
    forgetMost: () => void (most = pairs.size),
    /** How many commands of a name were given so far. */
    asked: (command: string) => asked.filter((text) => text.includes(` ${command} `)).length,
    /** Nothing goes through any more, and nobody is told: a half-closed connection. */
    setSilent: (silent: boolean) => void (isSilent = silent),
    /** Changes lines of the server, each without its end. */
    setRewrite: (change: (line: string) => string) => void (rewrite = change),
    /** The server says something, then hangs up. */
    hangUp(line: string): void {
      for (const { near } of pairs) near.end(`${line}\r\n`);
    },
    /** The server says something of its own accord. */
    say(line: string): void {
      for (const { near } of pairs) near.write(`${line}\r\n`);
    },
    async stop(): Promise<void> {
      for (const { near, far } of pairs) {
        near.destroy();
        far.destroy();
      }
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Only short answers are rewritten: bodies pass as they are. */
function rewritten(data: Buffer, change: (line: string) => string): Buffer | string {
  const text = data.toString("latin1");
  return text.length > 4_000 ? data : Buffer.from(text.split("\r\n").map(change).join("\r\n"), "latin1");
}
