import type { InvitationView } from "@/lib/domain/invitation";
import { InvitationCard } from "../invitation-card";

/** A calendar file: the meeting as a card, and what its organiser wrote about it. */
export function CalendarFile({ invitation }: { invitation: InvitationView }) {
  return (
    <div className="min-h-full bg-surface p-4">
      <InvitationCard invitation={invitation} around={{ clock: null }} />
      {invitation.description ? (
        <p dir="auto" className="text-13 [overflow-wrap:anywhere] whitespace-pre-wrap">
          {invitation.description}
        </p>
      ) : null}
    </div>
  );
}
