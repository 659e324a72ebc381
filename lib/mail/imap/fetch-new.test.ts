import type { ImapFlow } from "imapflow";
import { expect, test } from "vitest";
import { fetchNew, KeptBack, type PassOver } from "./fetch-new";

type Row = { uid: number; size?: number; source?: Buffer; flags?: Set<string> };

/** A server's folder, as far as these commands see it: `answers` is asked with the UIDs and the number of the attempt. */
function folderOf(left: () => number[], answers: (uids: number[], attempt: number) => number[]): ImapFlow {
  let attempt = 0;
  const numbers = (range: string) => range.split(",").map(Number);
  return {
    search: async ({ uid }: { uid: string }) =>
      uid.endsWith(":*") ? left() : left().filter((each) => numbers(uid).includes(each)),
    fetchAll: async (range: string, query: { source?: unknown }): Promise<Row[]> => {
      const uids = numbers(range);
      if (!query.source) return uids.map((uid) => ({ uid, size: 10 }));
      return answers(uids, ++attempt).map((uid) => ({ uid, source: Buffer.from(`m${uid}`), flags: new Set() }));
    },
  } as unknown as ImapFlow;
}

async function uidsFrom(client: ImapFlow, passOver?: PassOver, uids: number[] = []): Promise<number[]> {
  for await (const batch of fetchNew(client, { after: 0 }, passOver)) uids.push(...batch.map(({ uid }) => uid));
  return uids;
}

test("a message that is gone between two commands is left out", async () => {
  let folder = [1, 2, 3];
  const client = folderOf(
    () => folder,
    (uids) => uids.filter((uid) => uid !== 2 && (folder = [1, 3])),
  );

  expect(await uidsFrom(client)).toEqual([1, 3]);
});

test("a message that is there but did not come is asked for again", async () => {
  const client = folderOf(
    () => [1, 2, 3],
    (uids, attempt) => (attempt === 1 ? uids.filter((uid) => uid !== 2) : uids),
  );

  expect(await uidsFrom(client)).toEqual([1, 2, 3]);
});

test("a message that the server keeps back is not passed over, and what came before it is not lost", async () => {
  const client = folderOf(
    () => [1, 2, 3],
    (uids) => uids.filter((uid) => uid !== 2),
  );
  const came: number[] = [];

  await expect(uidsFrom(client, undefined, came)).rejects.toThrow(KeptBack);
  expect(came).toEqual([1]);
});

test("a message that the server refuses spoils no other once it may be passed over", async () => {
  const client = folderOf(
    () => [1, 2, 3],
    (uids) => {
      if (uids.includes(2)) throw Object.assign(new Error("Command failed"), { responseStatus: "NO" });
      return uids;
    },
  );
  const asked: number[] = [];

  expect(await uidsFrom(client, (uid) => asked.push(uid) > 0)).toEqual([1, 3]);
  expect(asked).toEqual([2]);
});

test("a connection that is lost passes nothing over", async () => {
  const client = folderOf(
    () => [1, 2],
    () => {
      throw new Error("Connection not available");
    },
  );

  await expect(uidsFrom(client, () => true)).rejects.toThrow("Connection not available");
});

test("a search that is refused is not an empty folder", async () => {
  const client = { search: async () => false } as unknown as ImapFlow;

  await expect(uidsFrom(client)).rejects.toThrow("refused");
});

test("what is older is taken up to a UID, and of that the newest", async () => {
  const folder = folderOf(
    () => [],
    (uids) => uids,
  );
  const client = Object.assign(folder, { search: async () => [1, 2, 3, 4] });
  const uids: number[] = [];

  for await (const batch of fetchNew(client, { since: new Date(), upTo: 3, atMost: 2 }))
    uids.push(...batch.map(({ uid }) => uid));

  expect(uids).toEqual([2, 3]);
});
