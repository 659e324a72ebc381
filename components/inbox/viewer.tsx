"use client";

import { useLocale } from "next-intl";
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Preferences } from "@/lib/domain/preferences";
import type { Role } from "@/lib/domain/roles";
import { type DateWords, dateWords } from "./date-words";

/** Who looks at the screen; times are written in their zone. */
export type InboxViewer = {
  id: string;
  name: string;
  role: Role;
  timeZone: string;
  undoSeconds: number;
  preferences: Preferences;
};

type Looking = { viewer: InboxViewer; now: Date; words: DateWords };
const Context = createContext<Looking | null>(null);

/**
 * Tells the screen who looks and what time it is, to the minute. It begins with the server's time, so that both draw the same.
 */
export function ViewerProvider({
  viewer,
  renderedAt,
  children,
}: {
  viewer: InboxViewer;
  renderedAt: string;
  children: ReactNode;
}) {
  const locale = useLocale();
  const [now, setNow] = useState(() => new Date(renderedAt));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const value = useMemo(() => ({ viewer, now, words: dateWords(viewer.timeZone, locale, now) }), [viewer, now, locale]);
  return <Context value={value}>{children}</Context>;
}

export function useViewer(): Looking {
  const looking = use(Context);
  if (!looking) throw new Error("useViewer stands outside its provider");
  return looking;
}
