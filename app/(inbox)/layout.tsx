import type { ReactNode } from "react";
import { SignedInFrame } from "../signed-in-frame";
import { WithMessages } from "../with-messages";

/** Those of an open thread come with what draws it. */
const TEXTS = [
  "commands",
  "health.stopped",
  "health.notice",
  "health.thread",
  "inbox",
  "notifications",
  "snooze",
  "search",
  "settings.pages",
  "sandbox.deliveries",
];

/** The frame of everything that stands beside the list. */
export default function InboxLayout({ children }: { children: ReactNode }) {
  return (
    <WithMessages of={TEXTS}>
      <SignedInFrame>{children}</SignedInFrame>
    </WithMessages>
  );
}
