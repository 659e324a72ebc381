import { useTranslations } from "next-intl";
import { useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import type { MessageView } from "@/lib/domain/message-view";
import { nameOf } from "./people-words";

/** What a live region says of the newest message that came in since the thread was opened: "Defne Aksoy answered, 09:42". */
export function useArrivalWords(messages: MessageView[]): string {
  const t = useTranslations("thread");
  const { words } = useViewer();
  const [known] = useState(() => new Set(messages.map(({ id }) => id)));
  const newest = messages.findLast(({ id, direction }) => direction === "in" && !known.has(id));
  if (!newest) return "";
  const said = { name: nameOf(newest.from), time: words.clock(newest.firstSeenAt) };
  return newest.isAutomatic ? t("answeredAutomatically", said) : t("answered", said);
}
