"use client";

import composer from "@/messages/de/composer.json";
import followUps from "@/messages/de/follow-ups.json";
import notes from "@/messages/de/notes.json";
import tasks from "@/messages/de/tasks.json";
import thread from "@/messages/de/thread.json";
import { threadPaneWithTexts } from "./thread-pane-with-texts";

/** The thread's pane in German. */
export const ThreadPaneDe = threadPaneWithTexts({ thread, composer, "follow-ups": followUps, notes, tasks });
