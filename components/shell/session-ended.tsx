"use client";

import { useEffect, useState } from "react";
import { late } from "@/components/ui/late";
import { followSessionEnd } from "@/lib/queries/session-end";

const SessionOver = late(() => import("./session-over").then((file) => file.SessionOver));

/** Says that the session is over while somebody works, before the page is left: what they write is kept in the browser. */
export function SessionEnded() {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => followSessionEnd(() => setIsOver(true)), []);
  return isOver ? <SessionOver /> : null;
}
