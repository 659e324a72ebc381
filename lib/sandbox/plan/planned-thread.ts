import type { CategoryKind } from "@/lib/domain/default-categories";
import type { CastCampaign } from "../people/cast";
import type { Company } from "../people/make-people";
import type { Plot } from "../story/tell-story";
import type { Letter } from "../story/write-thread";

/** A thread that is written down, and what people have done with it since. */
export type PlannedThread = {
  key: string;
  kind: "lead" | "untracked" | "bulk";
  mailbox: number;
  campaign: CastCampaign | null;
  company: Company | null;
  letters: Letter[];
  category: CategoryKind | null;
  plot: Plot | "stranger" | "newsletter";
  assignee: string | null;
  isImportant: boolean;
  isArchived: boolean;
  /** Of the newest inbound messages this many are not read yet. */
  unread: number;
};
