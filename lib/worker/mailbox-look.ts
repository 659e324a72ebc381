import { log } from "@/lib/core/log";
import { isRefusal } from "@/lib/mail/imap/failure";
import { KeptBack } from "@/lib/mail/imap/fetch-new";
import { folderStatus } from "@/lib/mail/imap/folder-status";
import { tellsExpunges } from "@/lib/mail/imap/folder-changes";
import { syncFolder } from "./mailbox-folder";
import { isCompareDue } from "./mailbox-folder-changes";
import type { Folder } from "./mailbox-folder-row";
import { noteRefusal, readFolders, type ReadFolders } from "./mailbox-folders";
import { StoringFailed } from "./mailbox-ingest";
import { tellSeen } from "./mailbox-seen";
import type { FolderReport, Session } from "./mailbox-session";

/** Folders come, go and get other names: they are listed again after this time, and when one cannot be opened. */
const LIST_EVERY_MS = 300_000;

export type Looks = {
  /**
   * Stores what is new in INBOX; with `everywhere` in Sent and Junk as well. `isWhole` is false when it left off, and `leftOut` says
   * that the server refused one of these folders.
   */
  look: (everywhere: boolean) => Promise<{ stored: number; isWhole: boolean; leftOut: boolean }>;
};

/** Looks at a mailbox's folders on one connection; INBOX is the open folder after each look. */
export function looksAt(session: Session): Looks {
  let folders: ReadFolders | null = null;
  let listedAt = 0;
  return {
    async look(everywhere) {
      if (!folders || Date.now() - listedAt >= LIST_EVERY_MS) {
        folders = await readFolders(session.deps, session.mailbox, session.client);
        listedAt = Date.now();
      }
      let stored = 0;
      let leftOut = false;
      const visit = async (role: "sent" | "junk") => {
        const folder = folders![role];
        if (!folder || !everywhere) return true;
        const report = await lookAside(session, folder);
        folders![role] = await noteRefusal(session.deps, report?.folder ?? folder, report === null);
        if (!report) [listedAt, leftOut] = [0, true];
        stored += report?.stored ?? 0;
        return report?.isWhole ?? true;
      };
      // Sent first, so that whoever was written to is known when he answers; but what is long in there does not keep INBOX waiting.
      const isWhole = (await visit("sent")) && (await visit("junk"));
      if (everywhere) await tellSeen(session, folders.inbox);
      const inbox = await syncFolder(session, folders.inbox);
      folders.inbox = inbox.folder;
      return { stored: stored + inbox.stored, isWhole: isWhole && inbox.isWhole, leftOut };
    },
  };
}

/**
 * Opens a folder beside INBOX only when something is new in it: while it is open, INBOX cannot be waited on.
 * @returns null when the server refuses it (renamed, deleted, not permitted) or a message in it: that delays nothing else
 */
async function lookAside(session: Session, folder: Folder): Promise<FolderReport | null> {
  try {
    if (await tellSeen(session, folder)) return await syncFolder(session, folder);
    const status = await folderStatus(session.client, folder.path);
    const isNewest =
      status &&
      status.uidValidity === folder.uidValidity &&
      status.uidNext === folder.lastUid + 1 &&
      status.highestModseq === folder.highestModseq;
    const isTelling = folder.highestModseq !== null && tellsExpunges(session.client);
    if (isNewest && !isCompareDue(session, folder, isTelling)) return { folder, stored: 0, isWhole: true };
    return await syncFolder(session, folder);
  } catch (error) {
    const isItsOwn = error instanceof KeptBack || isRefusal(error);
    if (error instanceof StoringFailed || !session.client.usable || session.signal.aborted || !isItsOwn) throw error;
    log.warn({ err: error, mailboxId: session.mailbox.id, folder: folder.role }, "a folder cannot be read");
    return null;
  }
}
