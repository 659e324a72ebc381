import type { mailboxFolders } from "@/lib/db/schema";

/** How far a folder was read. */
export type Folder = typeof mailboxFolders.$inferSelect;
