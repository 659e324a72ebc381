/** A lead that a stranger's thread may be attached to, and the campaign that the thread would then belong to. */
export type LeadOffer = {
  id: string;
  /** Empty when none is known. */
  name: string;
  email: string;
  company: string;
  /** Null for the mailbox's own campaign, "Direct". */
  campaign: string | null;
  /** What fits; null for one that was searched for. */
  fits: "name" | "domain" | null;
};
