import type { leads } from "@/lib/db/schema";
import type { VariableSource } from "@/lib/domain/template-variables";

type LeadRow = Pick<
  typeof leads.$inferSelect,
  | "firstName"
  | "lastName"
  | "email"
  | "company"
  | "title"
  | "phone"
  | "website"
  | "linkedin"
  | "location"
  | "customFields"
>;
type Parts = {
  lead: LeadRow;
  campaign: { name: string } | null;
  mailbox: { displayName: string; address: string } | null;
  author: { name: string; email: string };
};

/** What variables say in a reply. The sender is whom the lead sees: the mailbox, by its author's name where it has none itself. */
export function variableSource({ lead, campaign, mailbox, author }: Parts): VariableSource {
  const { customFields: custom, firstName, lastName, email, company, title, phone, website, linkedin, location } = lead;
  return {
    lead: { firstName, lastName, email, company, title, phone, website, linkedin, location, custom },
    campaign: { name: campaign?.name ?? "" },
    sender: { name: mailbox?.displayName.trim() || author.name, email: mailbox?.address ?? author.email },
  };
}
