import { AppError } from "@/lib/core/errors";

/** Where a page of a list ended: the last row's time (as the database writes it, to the microsecond) and id. */
export type Position = { at: string; id: number };

/** The opaque text that a client sends back to get the next page. */
export const cursorOf = ({ at, id }: Position): string => Buffer.from(`${id} ${at}`).toString("base64url");

/** @throws AppError `invalid` when the text was not made by `cursorOf` */
export function positionOf(cursor: string): Position {
  const match = POSITION.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  const [, id, at, ...parts] = match ?? [];
  if (!id || !at || !isOnTheCalendar(parts.map(Number)))
    throw new AppError("invalid", { fields: [{ path: "cursor", reason: "cursor" }] });
  return { id: Number(id), at };
}

const POSITION = /^(\d{1,16}) ((\d{4,6})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.\d{1,6})?\+00)$/;

/** PostgreSQL fails on a 30th of February, where JavaScript goes on to March: only what comes back the same is a time. */
function isOnTheCalendar([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: number[]): boolean {
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const read = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()];
  const clock = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()];
  return [...read, ...clock].join() === [year, month, day, hour, minute, second].join();
}
