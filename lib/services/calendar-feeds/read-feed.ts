import { createHash } from "node:crypto";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { hashSecret } from "@/lib/core/secrets";
import type { Database, Pool } from "@/lib/db/client";
import { calendarFeeds, members, workspaces } from "@/lib/db/schema";
import type { FeedEntry } from "@/lib/domain/feed-entry";
import type { Locale } from "@/lib/domain/locale";
import { networkOf } from "@/lib/domain/network-of";
import { roleMay } from "@/lib/domain/permissions";
import { writeCalendar } from "@/lib/mail/mime/write-calendar";
import { scopeOf } from "@/lib/services/access/scope-of";
import type { Reader } from "@/lib/services/access/threads-of";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";
import { attemptLimiter } from "@/lib/services/sessions/attempt-limiter";
import { feedEntries } from "./feed-entries";

/** What the calendar and its entries are called, and where an entry leads, in the member's language. */
export type FeedWords = { name: string; summary: (entry: FeedEntry) => string; url: (entry: FeedEntry) => string };

type Asked = {
  secret: string;
  /** Of whoever asks, as the nearest server wrote it. */
  address: string;
  /** `locale` null: the member has chosen none. */
  wordsIn: (locale: Locale | null) => Promise<FeedWords>;
};
type Feed = { text: string; etag: string };

/** Reads in a quarter of an hour: of one feed (programs look every few minutes at most), and wrong ones from one address. */
export const FEED_READS = 30;
export const WRONG_READS = 30;
const NOTED_EVERY_MS = 60_000;

/**
 * A member's calendar feed as a text (RFC 5545). There is no actor: the secret is the permission, to read this and nothing else.
 * @returns null, the same whatever is wrong: a secret that nobody made, one that was replaced or revoked, a member who was
 * deactivated, a sandbox that is closed
 * @throws AppError `rate_limited`
 */
export async function readFeed(
  { db, pool, now }: { db: Database; pool: Pool; now: Clock },
  { secret, address, wordsIn }: Asked,
): Promise<Feed | null> {
  const { reads, wrong } = limitersOf(pool);
  const found = await findFeed(db, secret);
  if (!found) {
    await wrong.count(networkOf(address));
    return null;
  }
  const { feed, member } = found;
  await reads.count(feed.id);
  const at = now();
  const words = await wordsIn(member.preferences.locale ?? null);
  const entries = await feedEntries(db, await readerOf(db, member), at);
  const text = writeCalendar({
    name: words.name,
    zone: member.timeZone,
    events: entries.map((entry) => eventOf(entry, words)),
  });
  await note(db, feed.id, at);
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url")}"` };
}

/** The feed is read as its member would read, with what they may see now. */
const readerOf = async (db: Database, member: typeof members.$inferSelect): Promise<Reader> => ({
  memberId: member.id,
  workspaceId: member.workspaceId,
  role: member.role,
  scope: await scopeOf(db, member),
});

async function findFeed(db: Database, secret: string) {
  const [found] = await db
    .select({ feed: { id: calendarFeeds.id }, member: members, kind: workspaces.kind })
    .from(calendarFeeds)
    .innerJoin(members, eq(members.id, calendarFeeds.memberId))
    .innerJoin(workspaces, eq(workspaces.id, calendarFeeds.workspaceId))
    .where(and(eq(calendarFeeds.secretHash, hashSecret(secret)), isNull(members.deactivatedAt)));
  if (!found || !roleMay(found.member.role, "plan.read")) return null;
  return found.kind === "sandbox" && !(await isSandboxActive(db)) ? null : found;
}

const SHORT_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

/** What takes no time is drawn as a quarter of an hour, since many programs draw nothing else; it leaves its member free. */
function eventOf(entry: FeedEntry, words: FeedWords) {
  const { uid, kind, at, end, isAllDay, changedAt } = entry;
  const isMeeting = kind === "meeting";
  const short = new Date(at.getTime() + (isAllDay ? DAY_MS : SHORT_MS));
  return {
    uid,
    start: at,
    isAllDay,
    changedAt,
    isBusy: isMeeting,
    end: end ?? (isMeeting && !isAllDay ? null : short),
    summary: words.summary(entry),
    url: words.url(entry),
  };
}

/** Notes the reading, at most once a minute. */
async function note(db: Database, feedId: string, at: Date): Promise<void> {
  const { id, lastReadAt } = calendarFeeds;
  const isOld = or(isNull(lastReadAt), lt(lastReadAt, new Date(at.getTime() - NOTED_EVERY_MS)));
  await db
    .update(calendarFeeds)
    .set({ lastReadAt: at })
    .where(and(eq(id, feedId), isOld));
}

const limitersOf = (pool: Pool) => ({
  reads: attemptLimiter(pool, { kind: "calendar-feed", points: FEED_READS, reason: "calendar_feed" }),
  wrong: attemptLimiter(pool, { kind: "calendar-feed-wrong", points: WRONG_READS, reason: "calendar_feed" }),
});
