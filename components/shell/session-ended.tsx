"use client";

import { useEffect, useState } from "react";
import { late } from "@/components/ui/late";
import { followSessionEnd } from "@/lib/queries/session-end";

const SessionOver = late(() => import("./session-over").then((file) => file.SessionOver));

const FIRST_SIGNS = ["pointerdown", "keydown"] as const;

/** Says that the session is over while somebody works, before the page is left: what they write is kept in the browser. */
export function SessionEnded() {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => followSessionEnd(() => setIsOver(true)), []);
  // Read with the first press, as what draws toasts: when the session is over its server may be away.
  useEffect(() => {
    FIRST_SIGNS.forEach((name) => document.addEventListener(name, SessionOver.load, { once: true, capture: true }));
    return () => FIRST_SIGNS.forEach((name) => document.removeEventListener(name, SessionOver.load, { capture: true }));
  }, []);
  return isOver ? <SessionOver /> : null;
}
