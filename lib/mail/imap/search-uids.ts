import type { ImapFlow, SearchObject } from "imapflow";

/** UIDs of the open folder in ascending order. @throws when the server refuses the search: that is not "none" */
export async function searchUids(client: ImapFlow, query: SearchObject): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  if (!found) throw new Error("the server refused a search");
  return found.toSorted((a, b) => a - b);
}
