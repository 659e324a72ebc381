"use server";

import { archiveThreads } from "@/lib/services/threads/archive-threads";
import { markThreadRead } from "@/lib/services/threads/mark-thread-read";
import { GetThreadInput, ThreadIdsInput } from "@/lib/services/threads/schemas";
import { unarchiveThreads } from "@/lib/services/threads/unarchive-threads";
import { action } from "./action";

export const markRead = action(GetThreadInput, markThreadRead);
export const archive = action(ThreadIdsInput, archiveThreads);
export const unarchive = action(ThreadIdsInput, unarchiveThreads);
