import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { smartleadBrokenRows } from "@/lib/db/schema";
import type { SmartleadRowSource } from "@/lib/domain/smartlead";
import { isRecord, readJson } from "@/lib/smartlead/read-json";
import type { BrokenRow } from "@/lib/smartlead/smartlead-api";
import type { ConnectionRef } from "./connection-ref";

const MAX_RAW = 64_000;
/** Of one account; the newest. */
const MOST = 500;

/**
 * Keeps what Smartlead sent and nobody could read, with its raw body but without secrets. The same row again only counts, also where
 * something else of it has changed since.
 */
export async function storeBrokenRows(
  { db, now }: { db: Database; now: Clock },
  { id: connectionId, workspaceId }: ConnectionRef,
  source: SmartleadRowSource,
  rows: BrokenRow[],
): Promise<void> {
  const at = now();
  for (const row of rows) {
    const raw = withoutSecrets(row.raw).replaceAll("\0", "").slice(0, MAX_RAW);
    const hash = createHash("sha256")
      .update(remoteIdIn(row.raw, source) ?? raw)
      .digest("hex");
    const reason = row.reason.replaceAll("\0", "").slice(0, 500);
    await db
      .insert(smartleadBrokenRows)
      .values({ workspaceId, connectionId, source, hash, raw, reason, firstSeenAt: at, lastSeenAt: at })
      .onConflictDoUpdate({
        target: [smartleadBrokenRows.connectionId, smartleadBrokenRows.hash],
        set: { lastSeenAt: at, source, raw, reason, times: sql`${smartleadBrokenRows.times} + 1` },
      });
  }
  if (rows.length === 0) return;
  await db.execute(sql`
    delete from smartlead_broken_rows where id in (
      select id from smartlead_broken_rows where connection_id = ${connectionId}
      order by last_seen_at desc, id desc offset ${MOST})`);
}

const IDS = ["email_lead_map_id", "message_id", "id"];

/** By what a row is known to Smartlead, as far as that can be read out of it. */
function remoteIdIn(raw: string, source: SmartleadRowSource): string | null {
  const row = readJson(raw);
  if (source === "webhook" || !isRecord(row)) return null;
  const name = IDS.find((each) => typeof row[each] === "number" || (typeof row[each] === "string" && row[each] !== ""));
  return name === undefined ? null : JSON.stringify([source, name, String(row[name])]);
}

// Names are short: without a bound, each such word in a long text would be one to search from to its end.
const SECRET =
  /"([^"\\]{0,60}(?:password|secret|token|api_?key)[^"\\]{0,60})"\s*:\s*("(?:[^"\\]|\\.)*"?|[^,}\]\s]+)/giu;

/** Email accounts come with their passwords, webhooks with their secret; what is broken may be no JSON at all. */
const withoutSecrets = (raw: string): string => raw.replace(SECRET, '"$1":"…"');
