"use client";

import { ThreadPaneEn } from "@/components/thread/thread-pane-en";
import { InboxScreen } from "./inbox-screen";

/** The inbox that begins with an open thread, in English: what draws the thread comes with the page. */
export const ThreadScreenEn = () => <InboxScreen Pane={ThreadPaneEn} />;
