import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createBrotliDecompress, brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packPage } from "./packed-pages.mjs";

const PAGE = `<!doctype html><title>A page</title>${"<p>one after the other</p>".repeat(50)}`;
const OPENING = { "accept-encoding": "gzip, br", "sec-fetch-dest": "document" };
type Handler = (incoming: IncomingMessage, response: ServerResponse) => void;
const READING = { ...OPENING, "sec-fetch-dest": "empty" };
const THREAD = JSON.stringify({
  messages: Array.from({ length: 50 }, (_, id) => ({ id, text: "one after the other" })),
});
const HANDLERS: Record<string, Handler> = {
  "/page": (_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end(PAGE),
  "/long": (_, response) => response.writeHead(200).end(PAGE),
  "/api/threads/7": (_, response) => response.setHeader("content-type", "application/json").end(THREAD),
  "/picture": (_, response) => response.setHeader("content-type", "image/png").end("pixels"),
  "/elsewhere": (_, response) => {
    response.statusCode = 307;
    response.setHeader("content-type", "text/html").setHeader("location", "/page").end();
  },
  "/asked": (incoming, response) =>
    response.setHeader("content-type", "text/plain").end(String(incoming.headers["accept-encoding"])),
};
const server = createServer((incoming, response) => {
  packPage(incoming, response);
  HANDLERS[incoming.url!]!(incoming, response);
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

test("a page that a browser opens goes out packed", async () => {
  const { headers, body } = await get("/page", OPENING);
  expect(headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(body).toString()).toBe(PAGE);
});

test("what a script reads of a thread goes out packed", async () => {
  const { headers, body } = await get("/api/threads/7", READING);
  expect(headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(body).toString()).toBe(THREAD);
  const plain = await get("/api/threads/7", { ...READING, "accept-encoding": "gzip" });
  expect([plain.headers["content-encoding"], plain.body.toString()]).toEqual([undefined, THREAD]);
});

test.each([
  ["what else a script asks for", READING],
  ["a page for a browser without Brotli", { ...OPENING, "accept-encoding": "gzip" }],
])("%s is left to Next", async (_, headers) => {
  expect((await get("/page", headers)).headers["content-encoding"]).toBeUndefined();
  expect((await get("/asked", headers)).body.toString()).toBe(headers["accept-encoding"]);
});

test("Next does not pack what is packed here", async () => {
  expect((await get("/asked", OPENING)).body.toString()).toBe("undefined");
});

test.each(["/picture", "/long", "/elsewhere"])("what is no page leaves as it is: %s", async (address) => {
  const { headers } = await get(address, OPENING);
  expect(headers["content-encoding"]).toBeUndefined();
});

test("the first piece of a page arrives before the last is written", async () => {
  let finish = () => {};
  HANDLERS["/stream"] = (_, response) => {
    response.setHeader("content-type", "text/html").flushHeaders();
    response.write("<p>first</p>");
    finish = () => response.end("<p>last</p>");
  };

  const text = await new Promise<string>((resolve, reject) => {
    let read = "";
    request({ port, host: "127.0.0.1", path: "/stream", headers: OPENING }, (answer) =>
      answer
        .pipe(createBrotliDecompress())
        .on("data", (piece: Buffer) => {
          read += piece.toString();
          if (read === "<p>first</p>") finish();
        })
        .on("end", () => resolve(read)),
    )
      .on("error", reject)
      .end();
  });

  expect(text).toBe("<p>first</p><p>last</p>");
});

function get(address: string, headers: OutgoingHttpHeaders) {
  return new Promise<{ headers: IncomingMessage["headers"]; body: Buffer }>((resolve, reject) => {
    request({ port, host: "127.0.0.1", path: address, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("end", () => resolve({ headers: answer.headers, body: Buffer.concat(pieces) }));
    })
      .on("error", reject)
      .end();
  });
}
