"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { toast } from "@/components/ui/toast";
import { handedDraftsQuery } from "@/lib/queries/handed-drafts";

/** Nothing to see: says at once when a teammate hands the viewer a draft. */
export function HandedNotices({ onOpen }: { onOpen: (threadId: number) => void }) {
  const t = useTranslations("inbox.handed");
  const { data } = useQuery(handedDraftsQuery());
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!data) return;
    const keyOf = ({ threadId, at }: (typeof data)[number]) => `${threadId} ${at}`;
    const fresh = known.current ? data.filter((draft) => !known.current!.has(keyOf(draft))) : [];
    known.current = new Set(data.map(keyOf));
    for (const { threadId, by, note, subject } of fresh)
      toast(t("told", { name: by }), {
        description: note || subject,
        action: { label: t("open"), onPress: () => onOpen(threadId), isUndo: false },
      });
  }, [data, onOpen, t]);
  return null;
}
