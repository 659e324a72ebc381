import { AppError } from "@/lib/core/errors";

/** Where a page of a list ended: the last row's time (as the database writes it, to the microsecond) and id. */
export type Position = { at: string; id: number };

/** The opaque text that a client sends back to get the next page. */
export const cursorOf = ({ at, id }: Position): string => Buffer.from(`${id} ${at}`).toString("base64url");

/** @throws AppError `invalid` when the text was not made by `cursorOf` */
export function positionOf(cursor: string): Position {
  const match = /^(\d{1,16}) (\d{4,}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00)$/.exec(
    Buffer.from(cursor, "base64url").toString("utf8"),
  );
  if (!match) throw new AppError("invalid", { fields: [{ path: "cursor", reason: "cursor" }] });
  return { id: Number(match[1]), at: match[2]! };
}
