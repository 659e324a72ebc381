import { createServer, connect, type AddressInfo, type Socket } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listen } from "./listen";

const database = testDatabase();
afterEach(() => void vi.useRealTimers());

/** A way to the database on which everything can be made silent without being closed, as a firewall does that forgets. */
async function quietWay() {
  const { hostname, port } = new URL(database.url);
  const pairs: [Socket, Socket][] = [];
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname);
    client.pipe(behind).pipe(client);
    for (const side of [client, behind]) side.on("error", () => undefined);
    pairs.push([client, behind]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(database.url);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    silence: () =>
      pairs.forEach(([client, behind]) => (client.unpipe(behind).resume(), behind.unpipe(client).resume())),
    close: () => (pairs.flat().forEach((side) => side.destroy()), server.close()),
  };
}

test("a connection that fell silent is given up, and what changed meanwhile counts as unknown", async () => {
  const way = await quietWay();
  process.env.DATABASE_URL = way.url;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  let lost = 0;
  const stop = listen(({ kind }) => void (lost += kind === "lost" ? 1 : 0));
  await vi.waitFor(() => expect(lost).toBe(1), { timeout: 5000 });

  way.silence();
  // A minute, though the operating system would go on waiting.
  await vi.advanceTimersByTimeAsync(60_000);

  await vi.waitFor(() => expect(lost).toBe(2), { timeout: 5000 });
  stop();
  vi.useRealTimers();
  way.close();
});
