import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { offerAhead } from "@/components/ui/undo-offers";
import { attach, detach } from "@/lib/actions/threads";
import type { LeadOffer } from "@/lib/domain/lead-offer";
import { threadKeys } from "@/lib/queries/threads";

const REASONS = ["thread_has_lead", "address_of_lead", "changed_since"] as const;

/** Attaches a stranger's thread to a lead, with Undo, and takes that back. What comes of it is read again from the server. */
export function useAttach(threadId: number) {
  const t = useTranslations("thread.attach");
  const queries = useQueryClient();
  const readAgain = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: threadKeys.thread(threadId) }),
      queries.invalidateQueries({ queryKey: threadKeys.lists }),
      queries.invalidateQueries({ queryKey: threadKeys.counts }),
    ]);
  const refuse = (reason: string | undefined) =>
    void toast(t(`failed.${REASONS.find((known) => known === reason) ?? "other"}`), { tone: "bad" });
  const takeBack = async (leadId: string) => {
    const answer = await detach({ threadId, leadId }).catch(() => null);
    if (!answer?.ok) return refuse(answer?.error.reason);
    toast(t("undone"));
    await readAgain();
  };
  const attaching = useMutation({
    mutationFn: async (lead: LeadOffer) => {
      const end = offerAhead();
      const answer = await attach({ threadId, leadId: lead.id }).catch(() => null);
      if (!answer?.ok) {
        end(null);
        return refuse(answer?.error.reason);
      }
      const undo = () => void takeBack(lead.id);
      end(undo, (of) => {
        const action = { label: t("undo"), onPress: undo, of };
        toast(t("done", { name: lead.name || lead.email }), { tone: "good", action });
      });
      await readAgain();
    },
  });
  return { attach: attaching, takeBack: useMutation({ mutationFn: takeBack }) };
}
