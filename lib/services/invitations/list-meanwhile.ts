import type { Meanwhile } from "@/lib/domain/invitation-answer";
import { meetingEntries } from "../calendar-feeds/meeting-entries";
import { may, type Context } from "../context";
import type { OneMessageInput } from "../messages/reading-schemas";
import { invitedMessage } from "./invited-message";

const DAY_MS = 86_400_000;
/** What has no end takes as long as a short talk. */
const SHORT_MS = 30 * 60_000;
const MOST = 3;

/** The actor's accepted meetings of other threads while a meeting takes place that they are invited to; none beside whole days. */
export async function listMeanwhile(ctx: Context, { messageId }: OneMessageInput): Promise<Meanwhile[]> {
  const { actor, db } = ctx;
  may(actor, "thread.read");
  const { invitation, target } = await invitedMessage(ctx, messageId);
  if (!invitation.start || invitation.isAllDay) return [];
  const from = new Date(invitation.start);
  const to = invitation.end ? new Date(invitation.end) : new Date(from.getTime() + SHORT_MS);
  // What began before may still go on.
  const near = await meetingEntries(db, { member: actor, from: new Date(from.getTime() - DAY_MS), to });
  return near
    .filter(({ threadId, isAllDay }) => threadId !== target.id && !isAllDay)
    .filter(({ at, end }) => (end?.getTime() ?? at.getTime() + SHORT_MS) > from.getTime())
    .slice(0, MOST)
    .map(({ threadId, name, subject }) => ({ threadId, name, title: subject }));
}
