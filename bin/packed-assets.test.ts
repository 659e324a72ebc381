import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packAssets } from "./pack-assets.mjs";
import { packedAssets } from "./packed-assets.mjs";

const SCRIPT = "console.info('a script');\n".repeat(40);
const root = mkdtempSync(path.join(tmpdir(), "threadwell-packed-"));
const folder = path.join(root, "static");
let port = 0;
const server = createServer((incoming, response) => {
  if (!serve(incoming, response)) response.writeHead(404).end("next");
});
let serve: ReturnType<typeof packedAssets>;

beforeAll(async () => {
  mkdirSync(path.join(folder, "chunks"), { recursive: true });
  writeFileSync(path.join(folder, "chunks", "one.js"), SCRIPT);
  writeFileSync(path.join(folder, "chunks", "one.css"), "a { color: red }");
  writeFileSync(path.join(folder, "chunks", "one.woff2"), "a font");
  writeFileSync(path.join(root, "secret.js"), "secret");
  await packAssets(root);
  serve = packedAssets(folder);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

test("a script goes out packed, with its type, for a year, and said to depend on what the browser takes", async () => {
  const { status, headers, body } = await get("/_next/static/chunks/one.js?v=1", {
    "accept-encoding": "gzip, deflate, br",
  });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "content-encoding": "br",
    "content-length": String(body.length),
    "cache-control": "max-age=31536000, immutable",
    vary: "Accept-Encoding",
  });
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
  expect((await get("/_next/static/chunks/one.css")).headers["content-type"]).toBe("text/css; charset=utf-8");
});

test("a question for the head alone is answered without the script", async () => {
  const { status, body } = await get("/_next/static/chunks/one.js", {}, "HEAD");
  expect({ status, length: body.length }).toEqual({ status: 200, length: 0 });
});

test.each(["gzip, deflate", "", "br;q=0", "br; q=0.0, gzip", "brotli"])(
  "a browser that takes %j is left to Next",
  async (accepted) => {
    expect((await get("/_next/static/chunks/one.js", { "accept-encoding": accepted })).status).toBe(404);
  },
);

test.each([
  "/_next/static/../secret.js",
  "/_next/static/chunks/../../secret.js",
  "/_next/static/%2e%2e/secret.js",
  "/_next/static/chunks\\..\\..\\secret.js",
  "/_next/static//chunks/one.js",
  "/_next/static/chunks/one.js.br",
  "/_next/static/chunks/one.woff2",
  "/_next/static/chunks",
  "/_next/static/toString",
  "/chunks/one.js",
])("nothing is found at %s", async (address) => {
  expect((await get(address)).status).toBe(404);
});

test("where nothing was packed everything is left to Next", () => {
  const nothing = packedAssets(path.join(root, "missing"));
  expect(
    nothing({ method: "GET", url: "/_next/static/chunks/one.js", headers: {} } as IncomingMessage, {} as never),
  ).toBe(false);
});

type Answer = { status: number | undefined; headers: IncomingMessage["headers"]; body: Buffer };

/** As written: fetch would tidy the address up. */
function get(address: string, headers: Record<string, string> = { "accept-encoding": "br" }, method = "GET") {
  return new Promise<Answer>((resolve, reject) => {
    const asked = request(
      { port, host: "127.0.0.1", path: address, method, headers: { "accept-encoding": "br", ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () =>
          resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    asked.on("error", reject).end();
  });
}
