import { useQuery } from "@tanstack/react-query";
import { Check, MessageSquarePlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";
import { requestReply } from "@/components/composer/reply-requests";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { InvitationView } from "@/lib/domain/invitation";
import { answeringOf, INVITATION_ANSWERS, type InvitationAnswer as Answer } from "@/lib/domain/invitation-answer";
import type { MessageView } from "@/lib/domain/message-view";
import { meanwhileQuery } from "@/lib/queries/invitations";
import { threadPath } from "@/lib/url/paths";
import { useAnswerInvitation } from "./use-answer-invitation";
import type { Surroundings } from "./use-surroundings";

type Props = {
  message: MessageView;
  invitation: InvitationView;
  around: Pick<Surroundings, "mailbox" | "isThroughSmartlead">;
  /** What is about to leave. */
  leaving: Answer | null;
};

/** Accepts, declines or leaves open a meeting, with a word if wanted; says what was answered, or why nothing can be. */
export function InvitationAnswer({ message, invitation, around, leaving }: Props) {
  const t = useTranslations("thread.invitation.rsvp");
  const answering = answeringOf(invitation, {
    address: around.mailbox.address,
    isThroughSmartlead: around.isThroughSmartlead,
  });
  if (!answering) return null;
  const { given, refusal } = answering;
  if (!refusal) return <Choice messageId={message.id} given={given} leaving={leaving} />;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      <p className="text-text-2">{t(`refusal.${refusal}`)}</p>
      {refusal === "smartlead" ? (
        <Button
          size="sm"
          onClick={() => requestReply({ threadId: message.api.id, messageId: message.id, mode: "reply" })}
        >
          {t("write")}
        </Button>
      ) : null}
    </div>
  );
}

const ICONS: Record<Answer, typeof Check | null> = { accepted: Check, tentative: null, declined: X };
const MAX_WORDS = 2_000;

type ChoiceProps = { messageId: string; given: Answer | null; leaving: Answer | null };

function Choice({ messageId, given, leaving }: ChoiceProps) {
  const t = useTranslations("thread.invitation.rsvp");
  const [words, setWords] = useState<string | null>(null);
  const { isPending, send } = useAnswerInvitation(messageId, () => setWords(null));
  const present = leaving ?? given;
  return (
    <div className="mt-1 flex flex-col gap-2">
      <MeanwhileLine messageId={messageId} />
      <p aria-live="polite" className="font-medium empty:sr-only">
        {present ? t(leaving ? `leaving.${present}` : `given.${present}`) : null}
      </p>
      {words === null ? null : (
        <Field label={t("word")} hint={t("wordHint")}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={MAX_WORDS}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
      )}
      <fieldset aria-label={t("label")} className="flex min-w-0 flex-wrap gap-1.5">
        {INVITATION_ANSWERS.map((answer) => {
          const Icon = ICONS[answer];
          return (
            <Button
              key={answer}
              size="sm"
              aria-pressed={present === answer}
              disabled={isPending}
              icon={Icon ? <Icon aria-hidden /> : undefined}
              className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
              onClick={() => send(answer, words ?? "")}
            >
              {t(`choice.${answer}`)}
            </Button>
          );
        })}
        {words === null ? (
          <Button size="sm" variant="quiet" icon={<MessageSquarePlus aria-hidden />} onClick={() => setWords("")}>
            {t("addWord")}
          </Button>
        ) : null}
      </fieldset>
    </div>
  );
}

/** What is accepted for the same time already; nothing where that is not known. */
function MeanwhileLine({ messageId }: { messageId: string }) {
  const t = useTranslations("thread.invitation.rsvp");
  const { data: meanwhile = [] } = useQuery(meanwhileQuery(messageId));
  return meanwhile.map(({ threadId, title, name }) => (
    <p key={`${threadId}${title}`} className="font-medium text-warn">
      {t("meanwhile")}{" "}
      <Link href={threadPath(threadId)} className="underline underline-offset-2">
        <bdi>{title}</bdi> (<bdi>{name}</bdi>)
      </Link>
    </p>
  ));
}
