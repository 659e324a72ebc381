import { forwardSubject, replySubject } from "@/lib/domain/subject";
import type { ComposerExtras, SendEmailThreadInput } from "./schemas";
import type { Recipients } from "./send-email-thread-recipients";
import type { ReplyTarget } from "./send-email-thread-target";

type Parts = {
  input: SendEmailThreadInput;
  composer: ComposerExtras | undefined;
  target: ReplyTarget;
  recipients: Recipients;
  bodyHtml: string;
};

/** What of a reply its reader will see, as the outbox row keeps it. */
export const writtenReply = ({ input, composer, target: { thread, parent }, recipients, bodyHtml }: Parts) => ({
  ...recipients,
  subject:
    composer?.kind === "forward" ? forwardSubject(parent.subject) : replySubject(thread.subject || parent.subject),
  bodyHtml,
  kind: composer?.kind ?? ("reply" as const),
  isPlain: composer?.isPlain ?? false,
  addSignature: input.addSignature ?? false,
  replyEmailBody: input.replyEmailBody ?? null,
  replyEmailTime: input.replyEmailTime ?? null,
});
