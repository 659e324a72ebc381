import { addressKey } from "./address";
import { isAbout, standingOf, type Invitation } from "./invitation";
import { meetingTimes, type MeetingTime } from "./meeting-times";

/** `key` is the same for all that is said of one meeting of a thread. */
export type AcceptedMeeting = MeetingTime & { key: string };

/**
 * The meetings of a thread that take place as far as it tells: those that `own` was invited to and has accepted, and those that `own`
 * organises and somebody has accepted. What was called off or moved later counts as it stands now.
 * @param told in order of time
 */
export function acceptedMeetings(told: readonly Invitation[], own: string): AcceptedMeeting[] {
  const isOwn = (address: string | undefined) => address !== undefined && addressKey(address) === addressKey(own);
  return told.flatMap((invitation, index) => {
    const later = told.slice(index + 1);
    const { uid, start, organiser, attendees, isCancelled, isChanged } = standingOf(invitation, later);
    if (!start || isCancelled || isChanged || !speaksForAll(invitation, told, later)) return [];
    const isAccepted = attendees.some(
      ({ address, answer }) => answer === "accepted" && (isOwn(organiser?.address) ? !isOwn(address) : isOwn(address)),
    );
    return isAccepted ? meetingTimes(invitation, later, own).map((time) => ({ ...time, key: uid || start })) : [];
  });
}

const isOffer = ({ method }: Invitation): boolean => method === "request" || method === "publish";

/** What invites; or, of what was sent from a calendar program and is nowhere here, the last answer. */
const speaksForAll = (invitation: Invitation, told: readonly Invitation[], later: readonly Invitation[]): boolean =>
  isOffer(invitation) ||
  (invitation.method === "reply" &&
    !told.some((each) => each.uid === invitation.uid && isOffer(each)) &&
    !later.some((each) => isAbout(each, invitation)));
