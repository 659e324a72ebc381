import type { ImapFlow } from "imapflow";

export type Folders = {
  inbox: string;
  sent: string | null;
  junk: string | null;
  /** Everything that can be opened, so that a folder that is gone can be told from one that is elsewhere. */
  all: string[];
};

// Where a server does not say which folder is which (RFC 6154), its name does.
const SENT_NAMES =
  /^(sent|sent mail|sent items|sent messages|gesendet|gesendete (objekte|elemente)|envoyés|messages envoyés|éléments envoyés|enviados|elementos enviados|itens enviados|posta inviata|inviati|verzonden( items)?|skickat|skickade|sendt( post)?|lähetetyt|wysłane|odeslaná pošta|отправленные|gönderilmiş öğeler|已发送|已傳送|送信済み)$/iu;
const JUNK_NAMES =
  /^(junk|junk[ -]?e?-?mail|spam|bulk( mail)?|spamverdacht|unerwünscht|courriers? indésirables?|indésirables?|pourriels?|correo no deseado|no deseado|posta indesiderata|indesiderata|ongewenst(e e-?mail)?|lixo eletr[ôó]nico|skräp(post)?|søppelpost|uønsket (e-?)?(post|mail)|roskaposti|wiadomości-śmieci|nevyžádaná pošta|levélszemét|спам|нежелательная почта|önemsiz( e-?posta)?|istenmeyen|垃圾邮件|垃圾郵件|迷惑メール|스팸( 메일)?)$/iu;

/**
 * Finds the folders that are read: INBOX, Sent and Junk, these two by special use or else by their names.
 * @param wanted a Sent folder that a person has chosen; it counts where it exists
 */
export async function findFolders(client: ImapFlow, wanted: { sent?: string | null } = {}): Promise<Folders> {
  const listed = (await client.list()).filter(
    ({ flags }) => ![...flags].some((flag) => /^\\(Noselect|NonExistent)$/i.test(flag)),
  );
  const named = (use: string, names: RegExp) =>
    (listed.find((folder) => folder.specialUse === use) ?? listed.find((folder) => names.test(folder.name)))?.path;
  const chosen = listed.find((folder) => folder.path === wanted.sent)?.path;
  return {
    inbox: "INBOX",
    sent: chosen ?? named("\\Sent", SENT_NAMES) ?? null,
    junk: named("\\Junk", JUNK_NAMES) ?? null,
    all: listed.map(({ path }) => path),
  };
}
