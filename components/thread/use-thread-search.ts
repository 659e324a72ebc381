import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useDebounced } from "@/components/inbox/use-debounced";
import { useListAddress } from "@/components/inbox/use-list-address";
import { hitsIn, marksIn, marksOf, type SearchMark } from "@/lib/domain/search-marks";
import type { MessageView } from "@/lib/domain/message-view";

const NOTHING: SearchMark[] = [];

/** The search that a thread was opened from, until it is closed here: its words, and the messages that have them. */
export function useThreadSearch(messages: Pick<MessageView, "id" | "text" | "visibleText">[]) {
  const t = useTranslations("search");
  const q = useDebounced(useListAddress().address.q, 150).trim();
  const [closed, setClosed] = useState<string | null>(null);
  const marks = useMemo(() => (q === "" || q === closed ? NOTHING : marksIn(marksOf(q), "text")), [q, closed]);
  const hitIds = useMemo(() => {
    const found = messages.filter(({ text, visibleText }) => hitsIn(visibleText || text, marks).length > 0);
    return new Set(found.map(({ id }) => id));
  }, [messages, marks]);
  return {
    words: marks.map(({ words }) => t("quoted", { q: words.join(" ") })).join(" "),
    marks: hitIds.size > 0 ? marks : NOTHING,
    hitIds,
    close: () => setClosed(q),
  };
}
