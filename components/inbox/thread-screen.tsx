"use client";

import { ThreadPaneWithTexts } from "@/components/thread/thread-pane-with-texts";
import { InboxScreen } from "./inbox-screen";

/** The inbox that begins with an open thread: what draws the thread comes with the page. */
export const ThreadScreen = () => <InboxScreen Pane={ThreadPaneWithTexts} />;
