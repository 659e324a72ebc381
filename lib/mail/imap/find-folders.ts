import type { ImapFlow } from "imapflow";

export type Folders = { inbox: string; sent: string | null };

// Where a server does not say which folder is Sent (RFC 6154), its name does.
const SENT_NAMES =
  /^(sent|sent mail|sent items|sent messages|gesendet|gesendete (objekte|elemente)|envoyés|messages envoyés|éléments envoyés|enviados|elementos enviados|itens enviados|posta inviata|inviati|verzonden( items)?|skickat|skickade|sendt( post)?|lähetetyt|wysłane|odeslaná pošta|отправленные|gönderilmiş öğeler|已发送|已傳送|送信済み)$/iu;

/** Finds the folders that are read: INBOX, and Sent by special use or else by its name. */
export async function findFolders(client: ImapFlow): Promise<Folders> {
  const listed = (await client.list()).filter((folder) => !folder.flags.has("\\Noselect"));
  const sent =
    listed.find((folder) => folder.specialUse === "\\Sent") ?? listed.find((folder) => SENT_NAMES.test(folder.name));
  return { inbox: "INBOX", sent: sent?.path ?? null };
}
