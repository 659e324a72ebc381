import type { ActionError } from "@/lib/actions/action";
import type { ComposerExtras } from "@/lib/services/replies/schemas";
import type { ComplaintField, FieldComplaints } from "./composer-state";

export type Despite = NonNullable<ComposerExtras["confirmedDespite"]>;

/** What a refused send means for the composer: a question to ask first, or complaints at their fields. */
export type Refusal = { confirm: Despite } | { problems: FieldComplaints };

const FIELDS: Record<string, ComplaintField> = {
  toEmail: "to",
  toFirstName: "to",
  toLastName: "to",
  cc: "cc",
  bcc: "bcc",
  emailBody: "body",
  scheduledTime: "schedule",
  scheduleCondition: "schedule",
  scheduledZone: "schedule",
  attachments: "files",
};

/** Reads what the server refused. What belongs to no field, and what nobody foresaw, is said at the foot. */
export function refusalOf({ code, reason, fields = [] }: ActionError): Refusal {
  const despite = code === "unprocessable" && reason ? DESPITE[reason.replace(/^lead_/, "")] : undefined;
  if (despite) return { confirm: despite };
  const problems: FieldComplaints = {};
  for (const { path, reason: word, values = {} } of fields) {
    const steps = path.split(".").filter((step) => step !== "contract" && step !== "composer");
    const field = FIELDS[steps[0] ?? ""] ?? "form";
    const index = /^\d+$/.test(steps[1] ?? "") ? Number(steps[1]) : null;
    problems[field] ??= { reason: word, index, values };
  }
  if (Object.keys(problems).length === 0) problems.form = { reason: reason ?? code, index: null, values: {} };
  return { problems };
}

const DESPITE: Partial<Record<string, Despite>> = {
  unsubscribed: "unsubscribed",
  do_not_contact: "do_not_contact",
  bounced: "bounced",
};

/** The action did not answer at all: the server or the network is away. */
export const UNREACHABLE: FieldComplaints = { form: { reason: "unreachable", index: null, values: {} } };
