import { getTranslations } from "next-intl/server";
import { originOf } from "@/lib/auth/trusted-origin";
import { visitorOf } from "@/lib/auth/visitor-of";
import { systemClock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { database, databasePool } from "@/lib/db/client";
import type { FeedEntry } from "@/lib/domain/feed-entry";
import type { Locale } from "@/lib/domain/locale";
import { matchLocale } from "@/lib/i18n/match-locale";
import { readFeed, type FeedWords } from "@/lib/services/calendar-feeds/read-feed";
import { threadPath } from "@/lib/url/paths";

type Route = { params: Promise<{ secret: string }> };

/** A member's calendar feed, by the secret in its address: for programs, which have no cookie. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const secret = (await params).secret.replace(/\.ics$/u, "");
  const { address } = visitorOf(request.headers);
  const wordsIn = (locale: Locale | null) => feedWords(request, locale);
  try {
    const deps = { db: database(), pool: databasePool(), now: systemClock };
    const feed = await readFeed(deps, { secret, address, wordsIn });
    if (!feed) return answer(404);
    const headers = { etag: feed.etag, "cache-control": "private, no-cache" };
    if (isKnown(request, feed.etag)) return answer(304, headers);
    const type = {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="threadwell.ics"',
    };
    return answer(200, { ...headers, ...type }, feed.text);
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited")
      return answer(429, { "retry-after": String(error.retryAfterSeconds ?? 60) });
    log.error({ err: error }, "a calendar feed was not given");
    return answer(503);
  }
}

/** In the member's language; where none is chosen in that of the program that asks. */
async function feedWords(request: Request, chosen: Locale | null): Promise<FeedWords> {
  const locale = matchLocale(chosen, request.headers.get("accept-language"));
  const t = await getTranslations({ locale, namespace: "feed.entry" });
  const who = ({ name, company }: FeedEntry) => (company ? t("who", { name, company }) : name);
  return {
    name: t("calendar"),
    summary: (entry) => t(entry.kind, { who: who(entry), subject: entry.subject || t("noSubject") }),
    url: ({ threadId }) => `${originOf(request.headers)}${threadPath(threadId)}`,
  };
}

/** Whether the program has this very text (RFC 9110 §13.1.2). */
const isKnown = (request: Request, etag: string): boolean =>
  (request.headers.get("if-none-match") ?? "").split(",").some((known) => known.trim().replace(/^W\//u, "") === etag);

const answer = (status: number, headers: Record<string, string> = {}, body: string | null = null): Response =>
  new Response(body, {
    status,
    headers: { "cache-control": "no-store", "referrer-policy": "no-referrer", ...headers },
  });
