import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { smartleadBrokenRows } from "@/lib/db/schema";
import type { SmartleadRowSource } from "@/lib/domain/smartlead";
import type { BrokenRow } from "@/lib/smartlead/smartlead-api";
import type { ConnectionRef } from "./connection-ref";

const MAX_RAW = 64_000;

/** Keeps what Smartlead sent and nobody could read, with its raw body but without secrets; the same row again only counts. */
export async function storeBrokenRows(
  { db, now }: { db: Database; now: Clock },
  { id: connectionId, workspaceId }: ConnectionRef,
  source: SmartleadRowSource,
  rows: BrokenRow[],
): Promise<void> {
  const at = now();
  for (const row of rows) {
    const raw = withoutSecrets(row.raw).replaceAll("\0", "").slice(0, MAX_RAW);
    const hash = createHash("sha256").update(raw).digest("hex");
    const reason = row.reason.replaceAll("\0", "").slice(0, 500);
    await db
      .insert(smartleadBrokenRows)
      .values({ workspaceId, connectionId, source, hash, raw, reason, firstSeenAt: at, lastSeenAt: at })
      .onConflictDoUpdate({
        target: [smartleadBrokenRows.connectionId, smartleadBrokenRows.hash],
        set: { lastSeenAt: at, reason, times: sql`${smartleadBrokenRows.times} + 1` },
      });
  }
}

const SECRET = /"([^"\\]*(?:password|secret|token|api_?key)[^"\\]*)"\s*:\s*("(?:[^"\\]|\\.)*"?|[^,}\]\s]+)/giu;

/** Email accounts come with their passwords, webhooks with their secret; what is broken may be no JSON at all. */
const withoutSecrets = (raw: string): string => raw.replace(SECRET, '"$1":"…"');
