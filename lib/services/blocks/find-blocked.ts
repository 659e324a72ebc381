import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { blocks } from "@/lib/db/schema";
import { addressKey, domainOf } from "@/lib/domain/address";

/** Those of the addresses that the workspace's block list names, themselves or by their domain or one above it. */
export async function findBlocked(db: Database, workspaceId: string, addresses: string[]): Promise<string[]> {
  const wanted = new Map(addresses.map((address) => [address, namesOf(address)]));
  const names = [...new Set([...wanted.values()].flat())];
  if (names.length === 0) return [];
  const rows = await db
    .select({ value: blocks.value })
    .from(blocks)
    .where(and(eq(blocks.workspaceId, workspaceId), inArray(blocks.value, names)));
  const blocked = new Set(rows.map((row) => row.value.toLowerCase()));
  return addresses.filter((address) => wanted.get(address)!.some((name) => blocked.has(name)));
}

/** "a@x.b.test" → itself, x.b.test, b.test, test. */
function namesOf(address: string): string[] {
  const key = addressKey(address);
  const labels = domainOf(key).split(".");
  return [key, ...labels.map((_label, index) => labels.slice(index).join("."))];
}
