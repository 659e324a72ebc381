import type { ImapClient } from "@/lib/mail/imap/client";

export type ServerFolder = {
  sources: Map<number, Buffer | null>;
  highestModseq: bigint;
  uidValidity?: bigint;
  /** It cannot be opened. */
  isRefused?: boolean;
  /** When the server took its messages. */
  arrivedAt?: Date;
};

/** A folder with these messages from UID 1 on. */
export const folderWith = (...sources: (Buffer | null)[]): ServerFolder => ({
  sources: new Map(sources.map((source, at) => [at + 1, source])),
  highestModseq: 10n,
});

/** A server as far as these commands see it; a message without a source is refused. */
export function fakeImap(folders: Record<string, ServerFolder>): ImapClient {
  let open = folders.INBOX!;
  const about = (folder: ServerFolder) => ({
    uidValidity: folder.uidValidity ?? 1n,
    uidNext: Math.max(0, ...folder.sources.keys()) + 1,
    highestModseq: folder.highestModseq,
  });
  const uidsIn = (range: string) =>
    [...open.sources.keys()].filter((uid) =>
      range.split(",").some((part) => {
        const [first, last = first] = part.split(":").map((end) => (end === "*" ? Infinity : Number(end)));
        return uid >= first! && uid <= last!;
      }),
    );
  return {
    usable: true,
    enabled: new Set(["CONDSTORE", "QRESYNC"]),
    on: () => undefined,
    off: () => undefined,
    list: async () =>
      Object.keys(folders).map((path) => ({ path, name: path, flags: new Set(), specialUse: `\\${path}` })),
    status: async (path: string) => about(folders[path]!),
    mailboxOpen: async (path: string) => {
      if (folders[path]!.isRefused) throw Object.assign(new Error("Command failed"), { responseStatus: "NO" });
      return about((open = folders[path]!));
    },
    messageFlagsAdd: async () => true,
    search: async ({ uid = "1:*" }: { uid?: string }) => uidsIn(uid),
    fetchAll: async (range: string, wanted: { source?: unknown }) =>
      uidsIn(range).map((uid) => {
        const source = open.sources.get(uid);
        if (wanted.source && !source) throw Object.assign(new Error("Command failed"), { responseStatus: "NO" });
        return {
          uid,
          size: source?.length ?? 10,
          flags: new Set(),
          internalDate: open.arrivedAt,
          ...(wanted.source ? { source } : {}),
        };
      }),
  } as unknown as ImapClient;
}
