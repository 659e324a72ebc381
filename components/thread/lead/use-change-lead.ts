import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { offerAhead } from "@/components/ui/undo-offers";
import { changeLead } from "@/lib/actions/leads";
import { countryCode } from "@/lib/domain/country-code";
import type { LeadView, OpenThread } from "@/lib/domain/thread-view";
import { threadKeys } from "@/lib/queries/threads";
import type { LeadField } from "@/lib/domain/lead-field";
import { leadName } from "@/lib/domain/lead-name";

/** One field of a lead by its column, or of the lead's own by name; an empty value takes it away. */
export type LeadChange = { field: LeadField; value: string } | { custom: string; value: string };

/**
 * Changes a field of the thread's lead: shown at once, taken back when the server refuses it, and with Undo as long as nobody has
 * changed the field since.
 * @returns a function that gives null when it is kept and else why not, in words
 */
export function useChangeLead(threadId: number) {
  const t = useTranslations("thread.lead.edit");
  const queries = useQueryClient();
  const queryKey = threadKeys.thread(threadId);
  const put = (part: Partial<LeadView>) =>
    queries.setQueryData<OpenThread>(queryKey, (open) => open && withLead(open, part));
  const write = async (wanted: LeadChange, still?: LeadChange): Promise<Written> => {
    await queries.cancelQueries({ queryKey });
    const lead = queries.getQueryData<OpenThread>(queryKey)?.thread.lead;
    if (lead) put(changedPart(lead, wanted));
    const input = { threadId, ...inputOf(wanted), ...(still ? { still: inputOf(still) } : {}) };
    const answer = await changeLead(input).catch(() => null);
    if (answer?.ok) {
      await queries.invalidateQueries({ queryKey });
      return { before: formerOf(answer.data.before, wanted) };
    }
    // Only what was tried: a colleague's change of another field may have come meanwhile.
    if (lead) put("field" in wanted ? { [wanted.field]: lead[wanted.field] } : { customFields: lead.customFields });
    const reason = answer?.error.fields?.[0]?.reason ?? answer?.error.reason ?? answer?.error.code ?? "other";
    return { why: t(`failed.${REASONS.find((known) => known === reason) ?? "other"}`) };
  };
  const takeBack = async (done: LeadChange, before: string, label: string) => {
    const { why } = await write({ ...done, value: before }, done);
    if (why === undefined) return void toast(t("undone", { name: label }));
    toast(why, { tone: "bad" });
    await queries.invalidateQueries({ queryKey });
  };
  return async (wanted: LeadChange, label: string): Promise<string | null> => {
    const end = offerAhead();
    const { why, before } = await write(wanted);
    if (why !== undefined) {
      end(null);
      return why;
    }
    const undo = () => void takeBack(wanted, before, label);
    end(undo, (of) => {
      const action = { label: t("undo"), onPress: undo, of };
      toast(t(wanted.value === "" ? "removed" : "saved", { name: label }), { tone: "good", action });
    });
    return null;
  };
}

/** What stood there before, or why it was refused, in words. */
type Written = { before: string; why?: undefined } | { why: string; before?: undefined };

const REASONS = [
  "country",
  "time_zone",
  "too_long",
  "control_character",
  "custom_name",
  "custom_too_long",
  "too_many_fields",
  "changed_since",
  "forbidden",
  "invalid",
] as const;

const inputOf = (wanted: LeadChange) =>
  "field" in wanted
    ? { fields: { [wanted.field]: wanted.value } }
    : { custom: Object.fromEntries([[wanted.custom, wanted.value]]) };

type Texts = { fields: Record<string, string>; custom: Record<string, string> };

const formerOf = ({ fields, custom }: Texts, wanted: LeadChange): string =>
  ("field" in wanted ? fields[wanted.field] : custom[wanted.custom]) ?? "";

function changedPart(lead: LeadView, wanted: LeadChange): Partial<LeadView> {
  if ("field" in wanted) return { [wanted.field]: shownValue(wanted) };
  const others = Object.entries(lead.customFields).filter(([name]) => name !== wanted.custom);
  const { custom: name, value } = wanted;
  return { customFields: Object.fromEntries(value === "" ? others : [...others, [name, value]]) };
}

/** As it will stand in the record. */
function shownValue({ field, value }: { field: LeadField; value: string }): string | null {
  if (field === "country") return countryCode(value);
  return field === "timeZone" ? value || null : value;
}

function withLead(open: OpenThread, part: Partial<LeadView>): OpenThread {
  const { thread } = open;
  if (!thread.lead) return open;
  const lead = { ...thread.lead, ...part };
  return { ...open, thread: { ...thread, lead, contact: { ...thread.contact, name: leadName(lead) } } };
}
