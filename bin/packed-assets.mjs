import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream";

const TYPES = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };

/**
 * Answers for the build's scripts and styles with what was packed after the build, where the browser takes Brotli. Only
 * what was there at the start is known, by its whole address, so that no address leads anywhere else; all other requests
 * are left to Next.
 * @param {string} folder the build's `static` folder
 * @returns {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => boolean}
 *   whether it has answered
 */
export function packedAssets(folder) {
  const known = new Map(
    existsSync(folder) ? readdirSync(folder, { recursive: true }).flatMap((file) => asset(folder, file)) : [],
  );
  return (request, response) => {
    const { method, url = "", headers } = request;
    if (method !== "GET" && method !== "HEAD") return false;
    const found = known.get(url.split("?")[0]);
    if (!found || !takesBrotli(headers["accept-encoding"])) return false;
    // A page brings two dozen of them, so that each line of the head counts. That a connection stays is HTTP/1.1's own rule.
    response.removeHeader("connection");
    response.writeHead(200, {
      "content-type": found.type,
      "content-encoding": "br",
      "content-length": found.size,
      "cache-control": "max-age=31536000, immutable",
      vary: "Accept-Encoding",
    });
    if (method === "HEAD") response.end();
    // A browser that goes away is no failure, and a file that cannot be read ends the answer before its length.
    else pipeline(createReadStream(found.file), response, () => undefined);
    return true;
  };
}

function asset(folder, packed) {
  if (!packed.endsWith(".br")) return [];
  const name = packed.slice(0, -".br".length);
  const type = TYPES[path.extname(name)];
  const file = path.join(folder, packed);
  return type ? [["/_next/static/" + name.split(path.sep).join("/"), { file, type, size: statSync(file).size }]] : [];
}

/** RFC 9110 §12.5.3: a coding with the weight 0 is refused. */
export function takesBrotli(accepted = "") {
  return accepted.split(",").some((each) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(each));
}
