import { useTranslations } from "next-intl";
import { randomId } from "@/components/ui/random-id";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { useViewer } from "@/components/inbox/viewer";
import { toast } from "@/components/ui/toast";
import { answer as answerInvitation } from "@/lib/actions/invitations";
import { undo } from "@/lib/actions/replies";
import type { InvitationAnswer } from "@/lib/domain/invitation-answer";
import type { AcceptedReply } from "@/lib/services/replies/schemas";

/** Answers the invitation of a message. The answer leaves as any reply does: held for a moment, in which it can be taken back. */
export function useAnswerInvitation(messageId: string, onAnswered: () => void) {
  const t = useTranslations("thread.invitation.rsvp");
  const common = useTranslations("composer.toast");
  const { viewer } = useViewer();
  const { isPending, run } = useReplyAction();
  const tell = ({ replyId, status }: AcceptedReply) => {
    onAnswered();
    const held = viewer.undoSeconds * 1000;
    if (status !== "scheduled" || held === 0) return void toast(common("sending"), { tone: "accent" });
    const action = { label: common("undo"), onPress: () => run(() => undo({ replyId })), of: replyId };
    toast(common("held", { seconds: viewer.undoSeconds }), { tone: "accent", action, duration: held - 500 });
  };
  const send = (answer: InvitationAnswer, own: string) => {
    const words = own.trim();
    // Chosen for each press: whoever changes their mind sends another one.
    const input = {
      messageId,
      replyId: randomId(),
      answer,
      words: words || t(`words.${answer}`),
      isOwnWords: words !== "",
    };
    run(() => answerInvitation(input), tell);
  };
  return { isPending, send };
}
