/** What a table of comma-separated values can bring in. */
export const IMPORT_KINDS = ["leads", "mailboxes", "campaigns"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The fields that a column can stand for. A column of leads can also be a field of the lead's own (`CUSTOM_FIELD`). */
export const IMPORT_FIELDS = {
  leads: [
    "email",
    "firstName",
    "lastName",
    "fullName",
    "company",
    "title",
    "phone",
    "website",
    "linkedin",
    "location",
    "country",
    "timeZone",
    "campaigns",
  ],
  mailboxes: [
    "address",
    "displayName",
    "user",
    "password",
    "imapHost",
    "imapPort",
    "imapSecurity",
    "imapUser",
    "imapPassword",
    "smtpHost",
    "smtpPort",
    "smtpSecurity",
    "smtpUser",
    "smtpPassword",
    "timeZone",
    "dailyCap",
    "minimumGap",
  ],
  campaigns: ["name", "number", "mailboxes"],
} as const satisfies Record<ImportKind, readonly string[]>;

/** Without these columns nothing can be read. */
export const NEEDED_FIELDS: Record<ImportKind, readonly string[]> = {
  leads: ["email"],
  mailboxes: ["address"],
  campaigns: ["name"],
};

export const CUSTOM_FIELD = "custom";
export const SECRET_FIELDS: readonly string[] = ["password", "imapPassword", "smtpPassword"];

/** How other programs name their columns, in small letters and digits alone. */
const NAMES: Record<ImportKind, Record<string, readonly string[]>> = {
  leads: {
    email: ["email", "emailaddress", "mail", "mailaddress", "workemail", "leademail", "emailadresse", "correo"],
    firstName: ["firstname", "first", "givenname", "vorname", "prenom", "nombre"],
    lastName: ["lastname", "last", "surname", "familyname", "nachname", "nom", "apellido", "apellidos"],
    fullName: ["name", "fullname", "contact", "contactname", "leadname"],
    company: [
      "company",
      "companyname",
      "organisation",
      "organization",
      "org",
      "account",
      "firma",
      "unternehmen",
      "empresa",
    ],
    title: ["title", "jobtitle", "position", "role", "titel", "funktion"],
    phone: ["phone", "phonenumber", "mobile", "telephone", "tel", "telefon", "telefono"],
    website: ["website", "url", "web", "companyurl", "companywebsite", "domain", "webseite"],
    linkedin: ["linkedin", "linkedinurl", "linkedinprofile", "linkedinprofileurl", "personlinkedinurl", "linkedinlink"],
    location: ["location", "ort", "standort", "ubicacion", "personlocation", "leadlocation"],
    country: ["country", "countrycode", "countryregion", "land", "pays", "pais", "leadcountry", "personcountry"],
    timeZone: ["timezone", "tz", "zone", "zeitzone"],
    campaigns: ["campaign", "campaigns", "campaignname", "campaignid", "kampagne", "list"],
  },
  mailboxes: {
    address: ["address", "email", "emailaddress", "fromemail", "mailbox", "account"],
    displayName: ["displayname", "name", "fromname", "sendername", "fullname"],
    user: ["user", "username", "login"],
    password: ["password", "apppassword", "passwort"],
    imapHost: ["imaphost", "imapserver", "imap"],
    imapPort: ["imapport"],
    imapSecurity: ["imapsecurity", "imapencryption", "imapssl", "imaptls"],
    imapUser: ["imapuser", "imapusername", "imaplogin"],
    imapPassword: ["imappassword"],
    smtpHost: ["smtphost", "smtpserver", "smtp"],
    smtpPort: ["smtpport"],
    smtpSecurity: ["smtpsecurity", "smtpencryption", "smtpssl", "smtptls"],
    smtpUser: ["smtpuser", "smtpusername", "smtplogin"],
    smtpPassword: ["smtppassword"],
    timeZone: ["timezone", "tz", "zone", "zeitzone"],
    dailyCap: ["dailycap", "dailylimit", "maxemailperday", "messageperday", "cap", "limit"],
    minimumGap: ["minimumgap", "mingap", "gap", "gapseconds", "minimumgapseconds"],
  },
  campaigns: {
    name: ["name", "campaign", "campaignname", "title"],
    number: ["number", "id", "campaignid", "campaignnumber", "no"],
    mailboxes: ["mailboxes", "mailbox", "senders", "sender", "fromemail", "emailaccounts", "addresses"],
  },
};

/**
 * What the columns of a table probably stand for, by their heads: each field once, the first that bears its name. What no field
 * is named after is a lead's own field, or left out (null).
 */
export function guessColumns(kind: ImportKind, heads: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  const guessed = heads.map((head) => {
    const plain = head
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, "");
    const field = Object.entries(NAMES[kind]).find(([name, names]) => names.includes(plain) && !taken.has(name))?.[0];
    if (field) taken.add(field);
    return field ?? (kind === "leads" && head.trim() ? CUSTOM_FIELD : null);
  });
  // Beside a first name "Name" is the other one, as in German tables ("Name, Vorname").
  const isOther = taken.has("firstName") && !taken.has("lastName");
  return guessed.map((field) => (field === "fullName" && isOther ? "lastName" : field));
}
