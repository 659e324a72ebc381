import type { ImapFlow } from "imapflow";
import { expect, test } from "vitest";
import { fetchNew } from "./fetch-new";

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

async function uidsFrom(client: ImapFlow): Promise<number[]> {
  const uids: number[] = [];
  for await (const batch of fetchNew(client, { after: 0 })) uids.push(...batch.map(({ uid }) => uid));
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

test("a message that the server keeps back is not passed over", async () => {
  const client = folderOf(
    () => [1, 2, 3],
    (uids) => uids.filter((uid) => uid !== 2),
  );

  await expect(uidsFrom(client)).rejects.toThrow("keeps messages back");
});

test("a search that is refused is not an empty folder", async () => {
  const client = { search: async () => false } as unknown as ImapFlow;

  await expect(uidsFrom(client)).rejects.toThrow("refused");
});
