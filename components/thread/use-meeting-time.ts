import { useLocale, useTranslations } from "next-intl";
import { bothClocks, clockWords } from "@/components/composer/clock-words";
import { zonesOf } from "@/components/composer/zones-of";
import { useViewer } from "@/components/inbox/viewer";
import type { InvitationView } from "@/lib/domain/invitation";
import type { ThreadView } from "@/lib/domain/thread-view";
import { addDays, isZone } from "@/lib/domain/wall-time";

type MeetingTime = { first: string; second: string | null; exact: string };

/**
 * When a meeting is, on the lead's clock first and on the reader's beside it: "Thu 3 Dec, 14:30–15:00 in Berlin" and "13:30–14:00
 * yours". A whole day has no clock. Where no zone of the lead is known the organiser's stands for it.
 */
export function useMeetingTime(
  { start, end, isAllDay, zone }: InvitationView,
  clock: ThreadView["clock"],
): MeetingTime | null {
  const t = useTranslations("thread.invitation");
  const { viewer, now, words } = useViewer();
  const locale = useLocale();
  if (!start) return null;
  if (isAllDay) {
    const lastDay = end ? addDays(end.slice(0, 10), -1) : start.slice(0, 10);
    const days = [start.slice(0, 10), lastDay].map((date) =>
      clockWords(new Date(`${date}T12:00:00Z`), "UTC", now, locale),
    );
    const [from, to] = days.map(({ full }) => full.split(", ")[0]!) as [string, string];
    return {
      first: from === to ? t("allDay", { day: from }) : t("days", { from, to }),
      second: null,
      exact: start.slice(0, 10),
    };
  }
  const { theirs, ours } = zonesOf({ clock }, viewer);
  const zones = { theirs: theirs ?? (zone !== null && isZone(zone) ? zone : null), ours };
  const at = bothClocks(new Date(start), zones, now, locale);
  const until = end ? bothClocks(new Date(end), zones, now, locale) : null;
  const span = (from: Words, to: Words | null | undefined) =>
    to ? t("span", { from: from.full, to: from.day === to.day ? to.clock : to.full }) : from.full;
  const first = span(at.first, until?.first);
  const second = at.second && t("yours", { time: span(at.second, until?.second) });
  return {
    first: at.isTheirs ? t("in", { time: first, place: at.first.place }) : first,
    second,
    exact: words.exact(start),
  };
}

type Words = ReturnType<typeof clockWords>;
