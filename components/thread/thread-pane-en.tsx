"use client";

import composer from "@/messages/en/composer.json";
import followUps from "@/messages/en/follow-ups.json";
import notes from "@/messages/en/notes.json";
import tasks from "@/messages/en/tasks.json";
import thread from "@/messages/en/thread.json";
import { threadPaneWithTexts } from "./thread-pane-with-texts";

/** The thread's pane in English. */
export const ThreadPaneEn = threadPaneWithTexts({ thread, composer, "follow-ups": followUps, notes, tasks });
