import { leadName } from "./lead-name";

/** What a text may ask for, in the order of menus. Besides these, `lead.custom.<name>` is any custom field of the lead. */
export const TEMPLATE_VARIABLES = [
  "lead.firstName",
  "lead.lastName",
  "lead.fullName",
  "lead.email",
  "lead.company",
  "lead.title",
  "lead.phone",
  "lead.website",
  "lead.linkedin",
  "lead.location",
  "campaign.name",
  "sender.name",
  "sender.firstName",
  "sender.email",
] as const;
export type ListedVariable = (typeof TEMPLATE_VARIABLES)[number];
export type TemplateVariable = ListedVariable | `lead.custom.${string}`;

/** Whom a text is written to, in which campaign, and in whose name. */
export type VariableSource = {
  lead: Record<
    "firstName" | "lastName" | "email" | "company" | "title" | "phone" | "website" | "linkedin" | "location",
    string
  > & {
    custom: Record<string, string>;
  };
  campaign: { name: string };
  sender: { name: string; email: string };
};

/** Names as Smartlead writes them, and as people shorten them; spaces, case, `_` and `-` do not count. */
const ALIASES: Record<string, ListedVariable> = {
  firstname: "lead.firstName",
  lastname: "lead.lastName",
  fullname: "lead.fullName",
  name: "lead.fullName",
  email: "lead.email",
  company: "lead.company",
  companyname: "lead.company",
  title: "lead.title",
  jobtitle: "lead.title",
  phone: "lead.phone",
  phonenumber: "lead.phone",
  website: "lead.website",
  companyurl: "lead.website",
  linkedin: "lead.linkedin",
  linkedinprofile: "lead.linkedin",
  linkedinurl: "lead.linkedin",
  location: "lead.location",
  campaignname: "campaign.name",
  sendername: "sender.name",
  senderfirstname: "sender.firstName",
  senderemail: "sender.email",
};

const bare = (name: string): string => name.replace(/[\s_-]/g, "").toLowerCase();
const KNOWN = new Map<string, ListedVariable>([
  ...Object.entries(ALIASES),
  ...TEMPLATE_VARIABLES.map((name) => [bare(name), name] as const),
]);
const CUSTOM = /^lead\s*\.\s*custom\s*\.\s*(.+)$/is;

/** The variable that a name means; null when there is none. */
export function variableNamed(name: string): TemplateVariable | null {
  const custom = CUSTOM.exec(name.trim())?.[1]?.trim();
  return custom ? `lead.custom.${custom}` : (KNOWN.get(bare(name)) ?? null);
}

/** What a variable says here, on one line; empty where nothing is known. */
export function variableValue(variable: TemplateVariable, source: VariableSource): string {
  const text = variable.startsWith("lead.custom.")
    ? customValue(source.lead.custom, variable.slice("lead.custom.".length))
    : LISTED[variable as ListedVariable](source);
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

const LISTED: Record<ListedVariable, (source: VariableSource) => string> = {
  "lead.firstName": ({ lead }) => lead.firstName,
  "lead.lastName": ({ lead }) => lead.lastName,
  "lead.fullName": ({ lead }) => leadName(lead),
  "lead.email": ({ lead }) => lead.email,
  "lead.company": ({ lead }) => lead.company,
  "lead.title": ({ lead }) => lead.title,
  "lead.phone": ({ lead }) => lead.phone,
  "lead.website": ({ lead }) => lead.website,
  "lead.linkedin": ({ lead }) => lead.linkedin,
  "lead.location": ({ lead }) => lead.location,
  "campaign.name": ({ campaign }) => campaign.name,
  "sender.name": ({ sender }) => sender.name,
  "sender.firstName": ({ sender }) => sender.name.trim().split(/\s+/)[0] ?? "",
  "sender.email": ({ sender }) => sender.email,
};

/** The field of that name, else the one that differs by case, spaces and underscores alone. */
function customValue(fields: Record<string, string>, name: string): string {
  if (Object.hasOwn(fields, name)) return String(fields[name]);
  const found = Object.keys(fields).find((key) => bare(key) === bare(name));
  return found === undefined ? "" : String(fields[found]);
}
