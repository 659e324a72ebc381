import { addressKey } from "./address";
import type { Party } from "./party";

/** A meeting as a calendar part tells it (iTIP, RFC 5546). Instants are ISO 8601 in UTC; `zone` is the organiser's, if known. */
export type Invitation = {
  method: "request" | "cancel" | "reply" | "counter" | "publish";
  uid: string;
  title: string;
  location: string;
  description: string;
  start: string | null;
  end: string | null;
  isAllDay: boolean;
  zone: string | null;
  organiser: Party | null;
  attendees: (Party & { answer: "accepted" | "declined" | "tentative" | "waiting" })[];
  /** The rule of a meeting that comes again, as it came (RRULE). */
  repeats: string | null;
  /** What is told of single ones of a series; where nothing is, and in what was stored before it was read, there is none. */
  series?: Series;
};

/** Single ones of a series are named by the start that the rule gives them (RECURRENCE-ID). */
type Series = {
  /** The one that the part is about; null for all of it. */
  of: string | null;
  /** Those that do not take place (EXDATE, or called off in the same part). */
  without: string[];
  /** Those that the same part gives another time, or adds to the rule (RDATE: `of` is then their own start). */
  moved: { of: string; start: string; end: string | null; title: string }[];
};

/** A meeting as it stands after what came later in the thread. */
export type InvitationView = Invitation & {
  /** This message or a later one calls it off. */
  isCancelled: boolean;
  /** A later message moves or changes it. */
  isChanged: boolean;
};

/** How a meeting stands: later messages of the same meeting answer it, change it or call it off. `later` is in order of time. */
export function standingOf(invitation: Invitation, later: readonly Invitation[]): InvitationView {
  const same = invitation.uid === "" ? [] : later.filter((each) => isAbout(each, invitation));
  const isOffer = invitation.method !== "reply" && invitation.method !== "cancel";
  const answers = new Map(
    same
      .filter(({ method }) => method === "reply")
      .flatMap(({ attendees }) => attendees.map(({ address, answer }) => [addressKey(address), answer] as const)),
  );
  return {
    ...invitation,
    attendees: isOffer
      ? invitation.attendees.map((each) => ({ ...each, answer: answers.get(addressKey(each.address)) ?? each.answer }))
      : invitation.attendees,
    isCancelled: invitation.method === "cancel" || (isOffer && same.some(({ method }) => method === "cancel")),
    isChanged: isOffer && same.some(({ method }) => method === "request" || method === "publish"),
  };
}

/** What is told of a whole series holds for each of it; what is told of another one of it does not. */
export const isAbout = (later: Invitation, invitation: Invitation): boolean =>
  later.uid === invitation.uid && (!later.series?.of || later.series.of === invitation.series?.of);

/** How a series goes on, as far as words can say it: how often, and each how many of them. Null for one that does not, or is told otherwise. */
export function repetitionOf(
  repeats: string | null,
): { every: "day" | "week" | "month" | "year"; count: number } | null {
  const part = (name: string) => new RegExp(`(?:^|;)${name}=([^;]+)`, "iu").exec(repeats ?? "")?.[1]?.toUpperCase();
  const every = EVERY[part("FREQ") ?? ""];
  const count = Number(part("INTERVAL") ?? 1);
  return every && Number.isInteger(count) && count > 0 && count < 1000 ? { every, count } : null;
}

const EVERY: Record<string, "day" | "week" | "month" | "year"> = {
  DAILY: "day",
  WEEKLY: "week",
  MONTHLY: "month",
  YEARLY: "year",
};
