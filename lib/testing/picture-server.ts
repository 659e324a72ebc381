import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A whole GIF, two pixels wide and one high (GIF89a). */
export const PIXELS = Buffer.from("R0lGODlhAgABAIAAAP8AAP///ywAAAAAAgABAAACAgQKADs=", "base64");

export type PictureServer = {
  url: string;
  /** As IMAGE_PROXY_ALLOW names it. */
  allow: string;
  /** Every request that came, in order. */
  asked: { path: string; headers: IncomingHttpHeaders }[];
  /** How many connections were made, though nothing may have been asked over them. */
  connections: () => number;
  stop: () => Promise<void>;
};

/** A web server on loopback that somebody's mail shows pictures from, and that writes down who asks. It answers with two pixels. */
export async function startPictureServer(
  answers: Record<string, (response: ServerResponse) => void> = {},
  at = 0,
): Promise<PictureServer> {
  const asked: PictureServer["asked"] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers });
    const answer = answers[path.split("?")[0] ?? ""];
    if (answer) answer(response);
    else response.writeHead(200, { "content-type": "text/html", "set-cookie": "known=1" }).end(PIXELS);
  });
  let connections = 0;
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    allow: `127.0.0.1:${port}`,
    asked,
    connections: () => connections,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
