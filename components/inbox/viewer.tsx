"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import { DEFAULT_PREFERENCES, type Preferences } from "@/lib/domain/preferences";
import type { Role } from "@/lib/domain/roles";
import { preferencesQuery } from "@/lib/queries/preferences";
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

type ViewerProviderProps = { viewer: Omit<InboxViewer, "preferences">; renderedAt: string; children: ReactNode };

/**
 * Tells the screen who looks, how they like to work and what time it is, to the minute. It begins with the server's time, so
 * that both draw the same.
 */
export function ViewerProvider({ viewer: person, renderedAt, children }: ViewerProviderProps) {
  const locale = useLocale();
  const { data: preferences = DEFAULT_PREFERENCES } = useQuery(preferencesQuery());
  const { id, name, role, timeZone, undoSeconds } = person;
  const [now, setNow] = useState(() => new Date(renderedAt));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const value = useMemo(
    () => ({
      viewer: { id, name, role, timeZone, undoSeconds, preferences },
      now,
      words: dateWords(timeZone, locale, now),
    }),
    [id, name, role, timeZone, undoSeconds, preferences, now, locale],
  );
  return <Context value={value}>{children}</Context>;
}

export function useViewer(): Looking {
  const looking = use(Context);
  if (!looking) throw new Error("useViewer stands outside its provider");
  return looking;
}
