/** A campaign as settings show it. `direct`: the mailbox whose own campaign it is. */
export type CampaignItem = {
  id: string;
  number: number;
  name: string;
  direct: string | null;
  leadCount: number;
  /** For whom it is run. */
  client: { id: string; name: string } | null;
  window: { days: number[]; start: string; end: string } | null;
};
