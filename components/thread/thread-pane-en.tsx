"use client";

import composer from "@/messages/en/composer.json";
import followUps from "@/messages/en/follow-ups.json";
import notes from "@/messages/en/notes.json";
import tasks from "@/messages/en/tasks.json";
import thread from "@/messages/en/thread.json";
import { withTexts } from "@/components/shell/with-texts";
import { ThreadPane } from "./thread-pane";

/** The thread's pane in English. */
export const ThreadPaneEn = withTexts(ThreadPane, { thread, composer, "follow-ups": followUps, notes, tasks });
