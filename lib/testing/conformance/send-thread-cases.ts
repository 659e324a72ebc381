/** A thread that a server knows, so that it can be answered there. `messageId` with angle brackets. */
export type KnownThread = { campaignId: number; statsId: string; messageId: string; leadEmail: string };

/** What a server has taken of a reply, in one shape for all of them; texts are without tags. */
export type TakenReply = {
  text: string;
  toEmail: string;
  cc: string[];
  bcc: string[];
  scheduledTime: string | null;
  addSignature: boolean;
  seqType: string | null;
  replyEmailBody: string | null;
  files: { file_url: string; file_name: string }[];
};

export type ConformanceCase = {
  title: string;
  /** Over the fields that every reply has, in the words of endpoint A; `undefined` takes one out. */
  fields: (known: KnownThread) => Record<string, unknown>;
  /** The status of the answer. */
  status: 200 | 400 | 401 | 404 | 422;
  /** What a refusal says, in the words of endpoint A. */
  says?: RegExp;
  taken?: (known: KnownThread) => Partial<TakenReply>;
  /** Whether a reply can say it, or only a body that is written by hand. */
  isReply: boolean;
  only?: "a" | "b";
  /** Smartlead says nothing of variables in a reply's body: what they mean is this app's own. */
  isOurs?: true;
  /** Other than the one that opens the account; null for none. */
  key?: string | null;
};

export const everyReply = (known: KnownThread): Record<string, unknown> => ({
  campaignId: known.campaignId,
  emailStatsId: known.statsId,
  emailBody: "<p>Thanks for your interest!</p>",
  toEmail: known.leadEmail,
});

/** Only looked at when a reply is accepted, and fetched when it leaves. */
const FILE = { file_url: "https://8.8.8.8/plan.pdf", file_name: "plan.pdf", file_type: "application/pdf" };
const LONG = "<p>Prüfstände, 雪, 👩‍💻 and so on.</p>".repeat(2000);

const accepted = (
  title: string,
  fields: ConformanceCase["fields"],
  taken: (known: KnownThread) => Partial<TakenReply>,
  more: Partial<ConformanceCase> = {},
): ConformanceCase => ({ title, fields, status: 200, taken, isReply: true, ...more });

const refused = (
  title: string,
  status: ConformanceCase["status"],
  fields: Record<string, unknown>,
  says: RegExp,
  more: Partial<ConformanceCase> = {},
): ConformanceCase => ({ title, fields: () => fields, status, says, isReply: false, ...more });

const reply = { isReply: true };

/** What `send-email-thread` means, case by case: for whoever serves it and for whoever calls it. */
export const SEND_THREAD_CASES: ConformanceCase[] = [
  accepted(
    "the smallest reply",
    () => ({}),
    (known) => ({ text: "Thanks for your interest!", toEmail: known.leadEmail, cc: [], bcc: [], scheduledTime: null }),
  ),
  accepted(
    "a recipient that is left out is the lead",
    () => ({ toEmail: undefined }),
    (known) => ({ toEmail: known.leadEmail }),
    {
      isReply: false,
    },
  ),
  accepted(
    "a colleague as the recipient",
    () => ({ toEmail: "ben@lead.test" }),
    () => ({ toEmail: "ben@lead.test" }),
  ),
  accepted(
    "copies and blind copies",
    () => ({ cc: "eva@lead.test,ida@lead.test", bcc: "boss@acme.test" }),
    () => ({ cc: ["eva@lead.test", "ida@lead.test"], bcc: ["boss@acme.test"] }),
  ),
  accepted(
    "spaces between addresses",
    () => ({ cc: "eva@lead.test, ida@lead.test" }),
    () => ({ cc: ["eva@lead.test", "ida@lead.test"] }),
    {
      isReply: false,
    },
  ),
  accepted(
    "a time to send at",
    () => ({ scheduledTime: "2099-05-01T08:30:00.000Z" }),
    () => ({ scheduledTime: "2099-05-01T08:30:00.000Z" }),
  ),
  accepted(
    "a time with an offset",
    () => ({ scheduledTime: "2099-05-01T10:30:00+02:00" }),
    () => ({ scheduledTime: "2099-05-01T08:30:00.000Z" }),
  ),
  accepted(
    "the recipient's name",
    () => ({ toFirstName: "Ana", toLastName: "Berg" }),
    (known) => ({ toEmail: known.leadEmail }),
  ),
  accepted(
    "a signature",
    () => ({ addSignature: true }),
    () => ({ addSignature: true }),
  ),
  accepted(
    "no signature unless it is asked for",
    () => ({}),
    () => ({ addSignature: false }),
  ),
  accepted(
    "a sequence type",
    () => ({ seqType: "manual" }),
    () => ({ seqType: "manual" }),
  ),
  accepted(
    "the message that is answered",
    (known) => ({
      replyMessageId: known.messageId,
      replyEmailBody: "<p>Yes</p>",
      replyEmailTime: "2026-11-20T10:00:00.000Z",
    }),
    () => ({ replyEmailBody: "<p>Yes</p>" }),
  ),
  accepted(
    "files",
    () => ({
      attachments: [FILE, { ...FILE, file_url: "https://8.8.8.8/b.pdf", file_name: "b.pdf", file_size: 9 }],
    }),
    () => ({
      files: [
        { file_url: FILE.file_url, file_name: "plan.pdf" },
        { file_url: "https://8.8.8.8/b.pdf", file_name: "b.pdf" },
      ],
    }),
  ),
  accepted(
    "a long body in any script",
    () => ({ emailBody: LONG }),
    () => ({ text: LONG.replace(/<[^>]*>/g, "") }),
  ),
  refused("an unknown campaign", 404, { campaignId: 4 }, /Campaign not found/, reply),
  refused("an unknown stats id", 404, { emailStatsId: "nobody-knows-it" }, /Email statistics not found/, reply),
  refused("a body without content", 422, { emailBody: "<p> </p>" }, /email_body is required/, reply),
  accepted(
    "variables, as they are written here and at Smartlead, and a fallback",
    () => ({ emailBody: '<p>{{lead.firstName}} {{last_name}}, {{ lead.title | "there" }} \\{{x}}</p>' }),
    () => ({ text: "Ana Berg, there {{x}}" }),
    { isOurs: true },
  ),
  refused(
    "a variable without a value, by its name",
    400,
    { emailBody: "<p>{{lead.firstName}}, {{lead.nickname}}</p>" },
    /"emailBody" contains the variable lead\.nickname/,
    { isReply: true, isOurs: true },
  ),
  refused("no body", 422, { emailBody: undefined }, /email_body is required/),
  refused("no stats id", 400, { emailStatsId: undefined }, /"emailStatsId" is required/),
  refused("no campaign", 400, { campaignId: undefined }, /"campaignId" is required/, { only: "a" }),
  refused("an unknown field", 400, { lead_id: 5 }, /"lead_id" is not allowed/),
  refused("the other endpoint's words", 400, { email_body: "<p>x</p>" }, /"email_body" is not allowed/, { only: "a" }),
  refused("the campaign in the body, too", 400, { campaign_id: 5 }, /"campaign_id" is not allowed/, { only: "b" }),
  refused("a thread id in the words of B", 400, { id: 5 }, /"id" is not allowed/, { only: "b" }),
  refused("a flag that is none", 400, { addSignature: "yes" }, /"addSignature" must be a boolean/),
  refused("files that are no list", 400, { attachments: "plan.pdf" }, /"attachments" must be an array/),
  refused("a file without its address", 400, { attachments: [{ file_name: "plan.pdf" }] }, /file_url/),
  refused("a file with an unknown field", 400, { attachments: [{ ...FILE, colour: "red" }] }, /colour/),
  refused("a recipient that is no address", 400, { toEmail: "ana" }, /toEmail/, reply),
  refused("one bad copy among good ones", 400, { cc: "eva@lead.test,ida@" }, /cc/, reply),
  refused("a blind copy that is no address", 400, { bcc: "@acme.test" }, /bcc/, reply),
  refused("a time that is none", 400, { scheduledTime: "tomorrow" }, /scheduledTime/, reply),
  refused("no key", 401, {}, /API key is required\./, { key: null }),
  refused("a wrong key", 401, {}, /Invalid API Key/, { key: "nobodys-key" }),
];

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A case's body in the words of an endpoint; in B the campaign stands in the path. */
export function bodyFor(endpoint: "a" | "b", fields: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (endpoint === "a") return Object.fromEntries(entries);
  return Object.fromEntries(
    entries.filter(([name]) => name !== "campaignId").map(([name, value]) => [snake(name), value]),
  );
}

/** What a refusal says, in the words of an endpoint. */
export const saysFor = (endpoint: "a" | "b", says: RegExp): RegExp =>
  endpoint === "a" ? says : new RegExp(says.source.replace(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g, snake));
