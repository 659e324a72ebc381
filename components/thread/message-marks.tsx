import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { Badge } from "@/components/ui/badge";
import { sameAddress } from "@/lib/domain/address";
import type { MessageView } from "@/lib/domain/message-view";
import { nameOf, shortNameOf } from "./people-words";
import { useReasonWords } from "./use-reason-words";
import type { Surroundings } from "./use-surroundings";

const SHOWN = 2;

/** What a message is beside its text, and to whom it went. */
export function MessageMarks({ message, around }: { message: MessageView; around: Surroundings }) {
  const t = useTranslations("thread.message");
  const { isAutomatic, automaticReason, returnDate, direction, writer } = message;
  const reasons = useReasonWords();
  const { viewer, words } = useViewer();
  // Mail to the mailbox of whoever works on the thread is mail to them.
  const isYours = around.mailbox.displayName === viewer.name || around.assignee?.id === viewer.id;
  const everybody = [...message.to, ...message.cc, ...message.bcc].map((party) =>
    isYours && direction === "in" && sameAddress(party.address, around.mailbox.address)
      ? t("toYou")
      : shortNameOf(party),
  );
  const names = everybody.slice(0, SHOWN).join(", ");
  return (
    <span className="flex items-center gap-2 text-12 text-text-3 @max-xl:order-last @max-xl:w-full @max-xl:pl-8 @xl:min-w-12 @xl:shrink-[99999] @max-xl:[&>.to]:hidden">
      {isAutomatic ? (
        <Word title={automaticReason === null ? undefined : reasons(automaticReason)}>
          {automaticReason === "unproven_sender"
            ? t("unproven")
            : returnDate === null
              ? t("automatic")
              : t("away", { date: words.weekday(returnDate) })}
        </Word>
      ) : writer && writer !== "lead" ? (
        <Word title={t("writtenFrom", { address: message.from.address })}>
          {t(`writer.${writer}`, { name: around.lead?.firstName || nameOf(around.contact) })}
        </Word>
      ) : message.sentFrom?.status === "sent" ? (
        <span className="to flex shrink-0 items-center gap-1">
          <Check aria-hidden className="size-3 stroke-2" />
          {t(message.sentFrom.kind === "forward" ? "forwarded" : "sent")}
        </span>
      ) : null}
      {everybody.length > 0 ? (
        <span className="to max-w-48 min-w-0 shrink-[9] truncate">
          {t("to", {
            names: everybody.length > SHOWN ? t("andMore", { names, count: everybody.length - SHOWN }) : names,
          })}
        </span>
      ) : null}
    </span>
  );
}

const Word = ({ title, children }: { title: string | undefined; children: string }) => (
  <span title={title} className="flex max-w-64 min-w-0">
    <Badge className="min-w-0">
      <span className="truncate">{children}</span>
    </Badge>
  </span>
);
