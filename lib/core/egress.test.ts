import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { checkDestination, checkHost, EgressError, fetchPinned, isPublic } from "./egress";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(answer: RequestListener): Promise<{ port: number; url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}`, asked };
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    return error instanceof EgressError ? error.reason : String(error);
  }
}

test("only addresses of the public internet count as public, whatever they are dressed as", () => {
  const hidden = [
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 198.18.0.1",
    "::1 :: ::ffff:127.0.0.1 ::7f00:1 fd00::1 fe80::1 fec0::1 ff02::1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1",
  ].flatMap((list) => list.split(" "));

  expect(hidden.filter(isPublic)).toEqual([]);
  expect(["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"].filter(isPublic)).toHaveLength(3);
});

test("a private destination is refused in every spelling of its address", async () => {
  const spellings = ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]", "127.1", "localhost"];

  const reasons = await Promise.all(
    spellings.map((host) => reasonOf(checkDestination(`https://${host}/x`, { allow: [] }))),
  );

  expect(new Set(reasons)).toEqual(new Set(["private_address"]));
});

test("schemes other than https, names in the address and nonsense are refused before any look-up", async () => {
  const lookup = () => Promise.reject(new Error("must not be asked"));
  const reasons = await Promise.all(
    [
      "http://example.com/",
      "ftp://example.com/",
      "file:///etc/passwd",
      "https://me:pw@example.com/",
      "https://",
      "x",
    ].map((url) => reasonOf(checkDestination(url, { allow: [], lookup }))),
  );

  expect(reasons).toEqual(["scheme", "scheme", "url", "url", "url", "url"]);
});

test("of a name's addresses only a public one is connected to", async () => {
  const lookup = async () => ["10.0.0.1", "8.8.8.8"];

  expect(await checkHost("mixed.test", 443, { allow: [], lookup })).toEqual({ address: "8.8.8.8", isExempt: false });
  expect(await reasonOf(checkHost("inner.test", 443, { allow: [], lookup: async () => ["10.0.0.1"] }))).toBe(
    "private_address",
  );
});

test("the address that was checked is the one connected to, though the name would answer differently a second time", async () => {
  const { port, asked } = await serve((_request, response) => response.end("hello"));
  const answers = [["127.0.0.1"], ["192.0.2.1"]];
  const lookup = async () => answers.shift()!;

  const file = await fetchPinned(`http://files.test:${port}/a.txt`, { allow: [`files.test:${port}`], lookup });

  expect(file.content.toString()).toBe("hello");
  expect(asked).toEqual([`files.test:${port}/a.txt`]);
});

test("a redirect to a private address is not followed", async () => {
  const inner = await serve((_request, response) => response.end("secret"));
  const outer = await serve((_request, response) => response.writeHead(302, { location: `${inner.url}/key` }).end());

  const reason = await reasonOf(fetchPinned(`${outer.url}/a`, { allow: [`127.0.0.1:${outer.port}`] }));

  expect(reason).toBe("scheme");
  expect(inner.asked).toEqual([]);
  const tls = await serve((_request, response) =>
    response.writeHead(302, { location: `https://127.0.0.1:${inner.port}/key` }).end(),
  );
  expect(await reasonOf(fetchPinned(tls.url, { allow: [`127.0.0.1:${tls.port}`] }))).toBe("private_address");
  expect(inner.asked).toEqual([]);
});

test("redirects are followed to the file, but not in a circle", async () => {
  const site = await serve((request, response) =>
    request.url === "/end"
      ? response.writeHead(200, { "content-disposition": `attachment; filename*=UTF-8''Pr%C3%A4mie.pdf` }).end("pdf")
      : response.writeHead(302, { location: request.url === "/start" ? "/end" : "/circle" }).end(),
  );
  const allow = [`127.0.0.1:${site.port}`];

  expect(await fetchPinned(`${site.url}/start`, { allow })).toMatchObject({ fileName: "Prämie.pdf" });
  expect(await reasonOf(fetchPinned(`${site.url}/circle`, { allow }))).toBe("redirects");
});

test("a file over the cap is left off, announced or not", async () => {
  const announced = await serve((_request, response) => response.writeHead(200, { "content-length": 5000 }).end());
  const endless = await serve((_request, response) => {
    const more = () => response.writable && response.write(Buffer.alloc(600), () => setImmediate(more));
    more();
  });

  for (const { url, port } of [announced, endless])
    expect(await reasonOf(fetchPinned(url, { allow: [`127.0.0.1:${port}`], maxBytes: 2000 }))).toBe("too_large");
});

test("a server that never ends its answer is given up at the deadline", async () => {
  const slow = await serve((_request, response) => response.writeHead(200).write("a"));

  const reason = await reasonOf(fetchPinned(slow.url, { allow: [`127.0.0.1:${slow.port}`], timeoutMs: 200 }));

  expect(reason).toBe("timeout");
});

test("anything but 200 is no file", async () => {
  const site = await serve((_request, response) => response.writeHead(404).end("no"));

  expect(await reasonOf(fetchPinned(site.url, { allow: [`127.0.0.1:${site.port}`] }))).toBe("status");
});
