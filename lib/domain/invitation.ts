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
};
