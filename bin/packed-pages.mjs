import { constants, createBrotliCompress } from "node:zlib";
import { takesBrotli } from "./packed-assets.mjs";

/** A fifth less than gzip in the same time. */
const QUALITY = 5;

/**
 * Packs a page with Brotli on its way out, where a browser that takes it opens an address. Each piece that Next writes
 * leaves at once, so that a page that streams goes on streaming; what is no page leaves as it is. To be called before
 * Next, which is kept from packing by itself.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function packPage(request, response) {
  const { method, headers } = request;
  if (method !== "GET" || headers["sec-fetch-dest"] !== "document" || !takesBrotli(headers["accept-encoding"])) return;
  delete headers["accept-encoding"];

  const { writeHead, write, end } = response;
  // Node comes by here for every answer, once its headers stand.
  response.writeHead = (...head) => {
    Object.assign(response, { writeHead, write, end });
    if (isWholePage(response)) packBody(response);
    return response.writeHead(...head);
  };
  // Not in the middle of Node's own end, which would have the body in hand already.
  const headFirst =
    (name) =>
    (...body) => {
      if (!response.headersSent) response.writeHead(response.statusCode);
      return response[name](...body);
    };
  Object.assign(response, { write: headFirst("write"), end: headFirst("end") });
}

/** A page that can have a body: no redirect, nothing that is unchanged. */
const isWholePage = (response) =>
  /^text\/html\b/.test(String(response.getHeader("content-type"))) &&
  !response.hasHeader("content-encoding") &&
  (response.statusCode === 200 || response.statusCode >= 400);

function packBody(response) {
  const { write, end } = response;
  const packer = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
  response.removeHeader("content-length");
  response.setHeader("content-encoding", "br");
  packer.on("data", (piece) => write.call(response, piece));
  packer.on("end", () => end.call(response));
  response.on("close", () => packer.destroy());
  response.write = (piece, encoding) => {
    if (packer.destroyed) return false;
    packer.write(piece, typeof encoding === "string" ? encoding : undefined);
    packer.flush(constants.BROTLI_OPERATION_FLUSH);
    return true;
  };
  response.end = (piece, encoding) => {
    if (packer.destroyed) return response;
    packer.end(typeof piece === "function" ? undefined : piece, typeof encoding === "string" ? encoding : undefined);
    return response;
  };
}
