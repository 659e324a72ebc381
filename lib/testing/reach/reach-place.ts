import type { CampaignRow, MailboxRow } from "../factories";

/** Where threads lie; `mark` is a word that stands in all that is said of it and nowhere else. */
export type Place = { mark: string; workspaceId: string; mailbox: MailboxRow; campaign: CampaignRow };
