import { sameAddress } from "./address";
import type { InvitationView } from "./invitation";

/** What somebody who is invited can answer (PARTSTAT, RFC 5545 §3.2.12). */
export const INVITATION_ANSWERS = ["accepted", "tentative", "declined"] as const;
export type InvitationAnswer = (typeof INVITATION_ANSWERS)[number];

/** Why an invitation cannot be answered from here. `smartlead`: what leaves there takes no calendar part. */
export type UnansweredReason = "cancelled" | "changed" | "not_invited" | "no_organiser" | "smartlead";

/** A meeting that its reader has accepted for the same time. */
export type Meanwhile = { threadId: number; name: string; title: string };

type Around = { address: string; isThroughSmartlead: boolean };

/**
 * Whether the mailbox of a thread can answer an invitation in it, and what it has answered so far. Null for what asks for no answer:
 * answers, calendar entries, proposals, and a meeting that the mailbox itself has called.
 */
export function answeringOf(
  invitation: InvitationView,
  { address, isThroughSmartlead }: Around,
): { given: InvitationAnswer | null; refusal: UnansweredReason | null } | null {
  const { method, organiser, attendees } = invitation;
  if (method !== "request" || (organiser && sameAddress(organiser.address, address))) return null;
  const invited = attendees.find((each) => sameAddress(each.address, address));
  const given = invited && invited.answer !== "waiting" ? invited.answer : null;
  return { given, refusal: refusalOf(invitation, invited !== undefined, isThroughSmartlead) };
}

function refusalOf(
  { isCancelled, isChanged, organiser }: InvitationView,
  isInvited: boolean,
  isThroughSmartlead: boolean,
): UnansweredReason | null {
  if (isCancelled) return "cancelled";
  if (isChanged) return "changed";
  if (!isInvited) return "not_invited";
  if (!organiser?.address) return "no_organiser";
  return isThroughSmartlead ? "smartlead" : null;
}

/** The answer that a calendar part of ours carries; PARTSTAT is the first that it says of who answers. */
export function answerOfPart(calendarPart: string | null): InvitationAnswer | null {
  const said = /^ATTENDEE;PARTSTAT=([A-Z]+)/mu.exec(calendarPart ?? "")?.[1]?.toLowerCase();
  return INVITATION_ANSWERS.find((answer) => answer === said) ?? null;
}
