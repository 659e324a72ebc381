import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import type { MessageView } from "@/lib/domain/message-view";
import { PartyLine } from "./party-line";

/** Who wrote to whom, in full: every address as it stands in the message. */
export function MessageDetails({ message, id }: { message: MessageView; id: string }) {
  const t = useTranslations("thread.details");
  const { words } = useViewer();
  const { from, replyTo, to, cc, bcc, subject, sentAt, messageId } = message;
  const people = [
    ["from", [from]],
    ["replyTo", replyTo],
    ["to", to],
    ["cc", cc],
    ["bcc", bcc],
  ] as const;
  return (
    <dl
      id={id}
      className="mb-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 rounded-2 bg-surface-2 px-3 py-2 text-12 [&_dd]:[overflow-wrap:anywhere] [&_dt]:text-text-3"
    >
      {people.map(([name, parties]) =>
        parties.length === 0 ? null : <PartyLine key={name} name={t(name)} parties={[...parties]} />,
      )}
      <dt>{t("subject")}</dt>
      <dd dir="auto">{subject}</dd>
      <dt>{t("date")}</dt>
      <dd suppressHydrationWarning>{words.exact(sentAt)}</dd>
      <dt>{t("messageId")}</dt>
      <dd className="font-mono">&lt;{messageId}&gt;</dd>
    </dl>
  );
}
