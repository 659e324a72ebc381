"use client";

import composer from "@/messages/de/composer.json";
import followUps from "@/messages/de/follow-ups.json";
import notes from "@/messages/de/notes.json";
import tasks from "@/messages/de/tasks.json";
import thread from "@/messages/de/thread.json";
import { withTexts } from "@/components/shell/with-texts";
import { ThreadPane } from "./thread-pane";

/** The thread's pane in German. */
export const ThreadPaneDe = withTexts(ThreadPane, { thread, composer, "follow-ups": followUps, notes, tasks });
