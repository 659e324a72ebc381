import type { ReactNode } from "react";
import { SignedInFrame } from "../signed-in-frame";

/** The frame of everything that stands beside the list. */
export default function InboxLayout({ children }: { children: ReactNode }) {
  return <SignedInFrame>{children}</SignedInFrame>;
}
