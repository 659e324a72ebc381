"use client";

import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { type Panes, PANES_COOKIE, writePanes } from "./panes";

type Context = { panes: Panes; change: (change: Partial<Panes>) => void };
const PanesContext = createContext<Context | null>(null);

/** Keeps how the frame is set up: in this browser, in a cookie, so that the server draws the same and nothing shifts. */
export function PanesProvider({ initial, children }: { initial: Panes; children: ReactNode }) {
  const [panes, setPanes] = useState(initial);
  const change = useCallback((changed: Partial<Panes>) => setPanes((before) => ({ ...before, ...changed })), []);
  useEffect(() => {
    if (panes === initial) return;
    document.cookie = `${PANES_COOKIE}=${writePanes(panes)}; Path=/; Max-Age=31536000; SameSite=Lax`;
  }, [panes, initial]);
  const value = useMemo(() => ({ panes, change }), [panes, change]);
  return <PanesContext value={value}>{children}</PanesContext>;
}

export function usePanes(): Context {
  const context = use(PanesContext);
  if (!context) throw new Error("usePanes stands outside its provider");
  return context;
}
