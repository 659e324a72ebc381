// The web server of one app instance: Next's handler behind Node's own HTTP server, so that it can finish what is
// running when it is told to stop. The starter gives it its environment.
import { createServer } from "node:http";
import next from "next";

const dev = process.env.NODE_ENV === "development";
const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.HOST ?? "127.0.0.1";
const LAST_CALL_MS = 8_000;

const app = next({ dev, port, hostname });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => {
  // With APP_URL a proxy stands before us and names the client; without it such a header is the client's own invention.
  if (!process.env.APP_URL) request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
  void handle(request, response);
});
const upgrade = app.getUpgradeHandler();
server.on("upgrade", (request, socket, head) => void upgrade(request, socket, head));
server.on("error", (error) => {
  process.stderr.write(
    error.code === "EADDRINUSE"
      ? `Port ${port} is taken: stop the other program, or give another PORT.\n`
      : `${error.message}\n`,
  );
  process.exit(error.code === "EADDRINUSE" ? 98 : 1);
});
server.listen(port, hostname, () => process.send?.({ ready: true }));

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
