import { addressKey } from "./address";
import type { Invitation } from "./invitation";

/** A meeting as a calendar draws it: once, or by its rule without some. Instants are ISO 8601 in UTC. */
export type MeetingTime = Pick<Invitation, "title" | "end" | "isAllDay" | "zone" | "repeats"> & {
  start: string;
  /** The start by the rule of the one that this is; null for what is no exception. */
  of: string | null;
  /** Starts by the rule at which it does not take place. */
  without: string[];
};

/**
 * When an invitation's meeting takes place: of a series the rule without what was moved, called off or declined by `own`, and each that
 * was moved by itself. What a later message moves stands in that message. `later` is in order of time.
 */
export function meetingTimes(invitation: Invitation, later: readonly Invitation[], own: string): MeetingTime[] {
  const { uid, title, start, end, isAllDay, zone, repeats, series } = invitation;
  if (!start) return [];
  const once = { title, isAllDay, zone };
  if (series?.of) return [{ ...once, start, end, repeats: null, of: series.of, without: [] }];
  const told = new Set(uid === "" ? [] : later.filter((each) => each.uid === uid).flatMap((each) => saidOf(each, own)));
  const moved = series?.moved ?? [];
  const without = [...(series?.without ?? []), ...moved.map(({ of }) => of), ...told];
  const stays = moved.filter(({ of }) => !told.has(of));
  return [
    { ...once, start, end, repeats, of: null, without },
    ...stays.map((one) => ({ ...once, ...one, repeats: null, without: [] })),
  ];
}

/** The one of a series that a later message moves, calls off, or declines for `own`. */
function saidOf({ method, series, attendees }: Invitation, own: string): string[] {
  if (!series?.of || method === "counter") return [];
  const isDeclined = attendees.some(
    ({ address, answer }) => answer === "declined" && addressKey(address) === addressKey(own),
  );
  return method !== "reply" || isDeclined ? [series.of] : [];
}
