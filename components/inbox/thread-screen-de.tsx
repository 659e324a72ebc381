"use client";

import { ThreadPaneDe } from "@/components/thread/thread-pane-de";
import { InboxScreen } from "./inbox-screen";

/** The inbox that begins with an open thread, in German: what draws the thread comes with the page. */
export const ThreadScreenDe = () => <InboxScreen Pane={ThreadPaneDe} />;
