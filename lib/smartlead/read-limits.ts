import type { HttpAnswer } from "./http-call";

export type Limits = { limit?: number; remaining?: number; resetAt?: Date; blockedUntil?: Date };

/** What an answer says about the rate: its X-RateLimit headers, and with a 429 until when to wait (a minute, if it does not say). */
export function readLimits({ status, headers, text }: HttpAnswer, now: Date): Limits {
  const limit = wholeNumber(headers["x-ratelimit-limit"]);
  const remaining = wholeNumber(headers["x-ratelimit-remaining"]);
  const resetAt = instantOf(headers["x-ratelimit-reset"], now);
  const blockedUntil =
    status === 429
      ? within(instantOf(headers["retry-after"], now) ?? toldIn(text, now) ?? resetAt ?? after(now, MINUTE), now)
      : null;
  return {
    ...(limit === null ? {} : { limit }),
    ...(remaining === null ? {} : { remaining }),
    ...(resetAt === null ? {} : { resetAt: within(resetAt, now) }),
    ...(blockedUntil === null ? {} : { blockedUntil }),
  };
}

const MINUTE = 60_000;
/** The longest window that is known is an hour; what is told beyond that is a mistake and must not stop everything for days. */
const MOST = 3_600_000;

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
const within = (time: Date, now: Date): Date =>
  new Date(Math.min(Math.max(time.getTime(), now.getTime()), now.getTime() + MOST));

function wholeNumber(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/.test(value.trim()) ? Number(value) : null;
}

/** Seconds from now, an instant in seconds or ms since 1970, or a date (RFC 9110 §10.2.3): which one is published nowhere. */
function instantOf(value: string | undefined, now: Date): Date | null {
  const text = value?.trim() ?? "";
  if (/^\d{1,13}(\.\d+)?$/.test(text)) {
    const number = Number(text);
    return number >= 1e11 ? new Date(number) : number >= 1e9 ? new Date(number * 1000) : after(now, number * 1000);
  }
  const time = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time);
}

/** `retry_after` in the body, in seconds, beside or within `error`. */
function toldIn(text: string, now: Date): Date | null {
  const seconds = /"retry_?after"\s*:\s*"?(\d{1,9}(?:\.\d+)?)/i.exec(text)?.[1];
  return seconds === undefined ? null : after(now, Number(seconds) * 1000);
}
