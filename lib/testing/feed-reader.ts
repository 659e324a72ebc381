import ICAL from "ical.js";
import { newId } from "@/lib/core/ids";
import type { Database, Pool } from "@/lib/db/client";
import type { FeedEntry } from "@/lib/domain/feed-entry";
import { makeCalendarFeed } from "@/lib/services/calendar-feeds/make-calendar-feed";
import { readFeed } from "@/lib/services/calendar-feeds/read-feed";
import { contextOf, type MemberRow } from "./factories";

const words = {
  name: "Sam's schedule",
  summary: ({ kind, name, company, subject }: FeedEntry) => `${kind}: ${name}, ${company}; ${subject}`,
  url: ({ threadId }: FeedEntry) => `https://threadwell.test/inbox/${threadId}`,
};

/** The events of a calendar feed, as another program's parser reads them. */
export const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent").map((each) => {
    const { uid, summary, startDate, endDate } = new ICAL.Event(each);
    const [start, end] = [startDate, endDate].map((time) =>
      time.isDate ? time.toString() : time.toJSDate().toISOString(),
    );
    const url = each.getFirstPropertyValue("url");
    const changed = (each.getFirstPropertyValue("last-modified") as ICAL.Time).toJSDate().toISOString();
    return { uid, summary, start, end, url, changed };
  });

/** Reads calendar feeds on a clock that stands at `now` unless said otherwise. */
export function feedReader(database: () => { db: Database; pool: Pool }, now: Date) {
  const read = (secret: string, { at = now, address = newId() } = {}) => {
    const { db, pool } = database();
    return readFeed({ db, pool, now: () => at }, { secret, address, wordsIn: () => Promise.resolve(words) });
  };
  return {
    read,
    /** A member's feed, to be read again and again. */
    feedOf: async (member: MemberRow) => {
      const { secret } = await makeCalendarFeed(contextOf(member, database().db, () => now));
      return async () => eventsOf((await read(secret))!.text);
    },
  };
}
