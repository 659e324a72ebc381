import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteFile, openFile, putFile, readFile } from "./storage";

const objects = new Map<string, Buffer>();
let bucket: Server;

/** As much of S3 as this project uses: objects are put, got and deleted by path, requests are signed. */
beforeAll(async () => {
  bucket = createServer((request, response) => {
    const key = request.url!.split("?")[0]!;
    if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256")) return void response.writeHead(403).end();
    if (request.method === "DELETE") objects.delete(key);
    if (request.method === "GET") {
      const object = objects.get(key);
      return void response.writeHead(object ? 200 : 404).end(object);
    }
    void buffer(request).then((content) => {
      if (request.method === "PUT") objects.set(key, content);
      response.writeHead(request.method === "DELETE" ? 204 : 200).end();
    });
  });
  await new Promise<void>((resolve) => bucket.listen(0, "127.0.0.1", resolve));
  const { port } = bucket.address() as AddressInfo;
  process.env.STORAGE = `s3://mail-files?region=eu-central-1&endpoint=http://127.0.0.1:${port}`;
  process.env.AUTH_SECRET = "a-secret-for-tests-only";
  process.env.ENCRYPTION_KEY = "a-key-for-tests-only-0123456789";
  process.env.AWS_ACCESS_KEY_ID = "for-tests";
  process.env.AWS_SECRET_ACCESS_KEY = "for-tests-only";
});
afterAll(() => {
  bucket.closeAllConnections();
  bucket.close();
});

test("files go to the bucket that STORAGE names, whole or as a stream, and come back", async () => {
  await putFile("uploads/a", Buffer.from("whole"));
  await putFile("uploads/b", Readable.from([Buffer.from("in "), Buffer.from("pieces")], { objectMode: false }));

  expect((await readFile("uploads/a")).toString()).toBe("whole");
  expect((await buffer(await openFile("uploads/b"))).toString()).toBe("in pieces");
  await deleteFile("uploads/a");
  await expect(readFile("uploads/a")).rejects.toThrow();
  expect([...objects.keys()]).toEqual(["/mail-files/uploads/b"]);
});
