import { constants, createBrotliCompress } from "node:zlib";
import { takesBrotli } from "./packed-assets.mjs";

/** A fifth less than gzip in nearly the same time; of a long thread's messages in half of it. */
const PAGE_QUALITY = 6;
const ANSWER_QUALITY = 3;

/**
 * Packs a page with Brotli on its way out, where a browser that takes it opens an address, and what its scripts read of threads. Each
 * piece that Next writes leaves at once, so that a page that streams goes on streaming; what is neither leaves as it is. To be called
 * before Next, which is kept from packing by itself.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function packPage(request, response) {
  const { method, headers, url = "" } = request;
  const isOpened = headers["sec-fetch-dest"] === "document";
  const isRead = headers["sec-fetch-dest"] === "empty" && /^\/api\/threads(?:[/?]|$)/.test(url);
  if (method !== "GET" || !(isOpened || isRead) || !takesBrotli(headers["accept-encoding"])) return;
  delete headers["accept-encoding"];

  const send = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  };
  // Known once the headers stand; null for what leaves as it is.
  let packer;
  response.writeHead = (...head) => {
    packer ??= isWhole(response) ? packerOf(response, send, isOpened ? PAGE_QUALITY : ANSWER_QUALITY) : null;
    return send.writeHead(...head);
  };
  // Node would ask for the headers in the middle of its own end, with the body in hand already.
  const headersFirst = () => response.headersSent || response.writeHead(response.statusCode);
  response.write = (...body) => {
    headersFirst();
    return packer ? packer.take(...body) : send.write(...body);
  };
  response.end = (...body) => {
    headersFirst();
    return packer ? packer.finish(...body) : send.end(...body);
  };
}

/** A page, or data, that can have a body: no redirect, nothing that is unchanged. */
const isWhole = (response) =>
  /^(?:text\/html|application\/json)\b/.test(String(response.getHeader("content-type"))) &&
  !response.hasHeader("content-encoding") &&
  (response.statusCode === 200 || response.statusCode >= 400);

function packerOf(response, send, quality) {
  const packer = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  response.removeHeader("content-length");
  response.setHeader("content-encoding", "br");
  packer.on("data", (piece) => send.write(piece));
  packer.on("end", () => send.end());
  response.on("close", () => packer.destroy());
  const encodingOf = (encoding) => (typeof encoding === "string" ? encoding : undefined);
  return {
    take: (piece, encoding) => {
      if (packer.destroyed) return false;
      packer.write(piece, encodingOf(encoding));
      packer.flush(constants.BROTLI_OPERATION_FLUSH);
      return true;
    },
    finish: (piece, encoding) => {
      if (!packer.destroyed) packer.end(typeof piece === "function" ? undefined : piece, encodingOf(encoding));
      return response;
    },
  };
}
