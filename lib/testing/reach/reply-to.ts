import type { Thing } from "./make-thing";

/** What the composer says of a reply to a thing's last message. */
export const replyTo = ({ campaign, statsId, rfcId, threadId, draftId }: Thing) => ({
  contract: {
    campaignId: campaign,
    emailStatsId: statsId,
    replyMessageId: `<${rfcId}>`,
    id: threadId,
    emailBody: "<p>Yes</p>",
  },
  composer: { draftId },
});
