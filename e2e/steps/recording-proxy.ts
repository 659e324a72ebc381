import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";

/** All that crossed between a browser and the app, uncompressed: bodies and headers of both directions. */
export type RecordingProxy = {
  url: string;
  /** Where a text crossed: the path of each request, and the direction. */
  crossingsOf: (text: string) => string[];
  stop: () => Promise<void>;
};

/** Stands between the browser and the app and keeps every byte. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const crossed: { where: string; bytes: Buffer }[] = [];
  const { hostname, port } = new URL(target);
  const keep = (where: string, headers: IncomingMessage["rawHeaders"], stream: IncomingMessage) => {
    crossed.push({ where, bytes: Buffer.from(headers.join("\n")) });
    // In one piece: a text may lie across two chunks.
    const entry = { where, bytes: Buffer.alloc(0) };
    crossed.push(entry);
    stream.on("data", (chunk: Buffer) => (entry.bytes = Buffer.concat([entry.bytes, chunk])));
  };
  const pass = (incoming: IncomingMessage, answer: ServerResponse) => {
    const { method, url: path, headers } = incoming;
    keep(`to ${path}`, incoming.rawHeaders, incoming);
    const asked = request(
      { hostname, port, method, path, headers: { ...headers, "accept-encoding": "identity" } },
      (response) => {
        keep(`from ${path}`, response.rawHeaders, response);
        answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
        response.pipe(answer);
      },
    );
    asked.on("error", () => answer.destroy());
    answer.on("close", () => asked.destroy());
    incoming.pipe(asked);
  };
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === "object" && address ? address.port : 0}`,
    crossingsOf: (text) => crossed.filter(({ bytes }) => bytes.includes(text)).map(({ where }) => where),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
