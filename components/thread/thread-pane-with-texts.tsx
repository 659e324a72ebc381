"use client";

import { MoreMessages } from "@/components/shell/more-messages";
import composer from "@/messages/en/composer.json";
import thread from "@/messages/en/thread.json";
import { ThreadPane, type ThreadPaneProps } from "./thread-pane";

const TEXTS = { thread, composer };

/** The thread's pane with its texts, which come and stay in the browser's cache with its code rather than in each page. */
export const ThreadPaneWithTexts = (props: ThreadPaneProps) => (
  <MoreMessages messages={TEXTS}>
    <ThreadPane {...props} />
  </MoreMessages>
);
