// The web server of one app instance: Next's handler behind Node's own HTTP server, so that it can finish what is
// running when it is told to stop. The starter gives it its environment.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import next from "next";
import { secureRequest } from "@/lib/auth/secure-request";
import { packedAssets } from "./packed-assets.mjs";
import { packPage } from "./packed-pages.mjs";

const dev = process.env.NODE_ENV === "development";
const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.HOST ?? "127.0.0.1";
const LAST_CALL_MS = 8_000;

const app = next({ dev, port, hostname });
await app.prepare();
const handle = app.getRequestHandler();
const servePacked = dev ? () => false : packedAssets(path.resolve(".next", "static"));
// A proxy stands before us only where APP_URL names another origin than our own, and it reaches us from a private address.
// Whatever else claims to know the client's address is the client's own invention.
const { APP_URL } = process.env;
const isBehindProxy = APP_URL ? new URL(APP_URL).origin !== `http://${hostname}:${port}` : false;
const isNear = (address: string) =>
  /^(::ffff:)?(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\.|^::1$|^f[cd]/i.test(address);

const answer = async (request: IncomingMessage, response: ServerResponse) => {
  if (servePacked(request, response)) return;
  if (!dev) packPage(request, response);
  const peer = request.socket.remoteAddress ?? "";
  secureRequest(request, response, { dev });
  if (!isBehindProxy || !isNear(peer)) request.headers["x-forwarded-for"] = peer;
  await handle(request, response);
};
const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
// Longer than programs and proxies keep a silent connection: else one is closed at the moment in which it is used again.
server.keepAliveTimeout = 75_000;
const upgrade = app.getUpgradeHandler();
server.on("upgrade", (request, socket, head) => {
  upgrade(request, socket, head).catch(() => socket.destroy());
});
server.on("error", (error: NodeJS.ErrnoException) => {
  process.stderr.write(
    error.code === "EADDRINUSE"
      ? `Port ${port} is taken: stop the other program, or give another PORT.\n`
      : `${error.message}\n`,
  );
  process.exit(error.code === "EADDRINUSE" ? 98 : 1);
});
server.listen(port, hostname, () => process.send?.({ ready: true }));

// A browser that goes away in the middle of a request must not take the server with it.
process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
  if (error.code === "ECONNRESET" || error.code === "EPIPE" || error.message === "aborted") return;
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(1);
});

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  // Event streams never end by themselves.
  setTimeout(() => server.closeAllConnections(), LAST_CALL_MS / 4).unref();
  setTimeout(() => process.exit(0), LAST_CALL_MS).unref();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("disconnect", stop);
