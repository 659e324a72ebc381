import { addressKey } from "./address";
import { standingOf, type Invitation } from "./invitation";

/** `key` is the same for all that is said of one meeting of a thread. */
export type AcceptedMeeting = Pick<Invitation, "title" | "end" | "isAllDay" | "zone" | "repeats"> & {
  key: string;
  start: string;
};

/**
 * The meetings of a thread that take place as far as it tells: those that `own` was invited to and has accepted, and those that `own`
 * organises and somebody has accepted. What was called off or moved later counts as it stands now.
 * @param told in order of time
 */
export function acceptedMeetings(told: readonly Invitation[], own: string): AcceptedMeeting[] {
  const isOwn = (address: string | undefined) => address !== undefined && addressKey(address) === addressKey(own);
  return told.flatMap((invitation, index) => {
    const later = told.slice(index + 1);
    const { uid, start, organiser, attendees, ...standing } = standingOf(invitation, later);
    if (!start || standing.isCancelled || standing.isChanged || !speaksForAll(invitation, told, later)) return [];
    const isAccepted = attendees.some(
      ({ address, answer }) => answer === "accepted" && (isOwn(organiser?.address) ? !isOwn(address) : isOwn(address)),
    );
    const { title, end, isAllDay, zone, repeats } = standing;
    return isAccepted ? [{ key: uid || start, title, start, end, isAllDay, zone, repeats }] : [];
  });
}

const isOffer = ({ method }: Invitation): boolean => method === "request" || method === "publish";

/** What invites; or, of what was sent from a calendar program and is nowhere here, the last answer. */
const speaksForAll = (invitation: Invitation, told: readonly Invitation[], later: readonly Invitation[]): boolean =>
  isOffer(invitation) ||
  (invitation.method === "reply" &&
    !told.some((each) => each.uid === invitation.uid && isOffer(each)) &&
    !later.some(({ uid }) => uid === invitation.uid));
