"use client";

import { useEffect, useState } from "react";
import { onFirstSign } from "@/components/ui/first-sign";
import { late } from "@/components/ui/late";
import { followSessionEnd } from "@/lib/queries/session-end";

const SessionOver = late(() => import("./session-over").then((file) => file.SessionOver));

/** Says that the session is over while somebody works, before the page is left: what they write is kept in the browser. */
export function SessionEnded() {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => followSessionEnd(() => setIsOver(true)), []);
  // Read with the first press, as what draws toasts: when the session is over its server may be away.
  useEffect(() => onFirstSign(SessionOver.load), []);
  return isOver ? <SessionOver /> : null;
}
