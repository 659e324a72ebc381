"use client";

import { useCommandListener } from "./use-command-listener";

/** Hears the keys of all commands. */
export function CommandHost() {
  useCommandListener();
  return null;
}
