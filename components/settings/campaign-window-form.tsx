"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { saveCampaignWindow } from "@/lib/actions/campaigns";
import type { CampaignItem } from "./campaign-item";
import { FormProblem } from "./form-problem";
import { SendingWindowField } from "./sending-window-field";
import { useHeldForm } from "./use-held-form";
import { readWindow } from "./window-values";

type CampaignWindowFormProps = { campaign: CampaignItem; name: string; onSaved: () => void; onClose: () => void };

/** When the machine may write to one campaign's leads. */
export function CampaignWindowForm({ campaign: { id, window }, name, onSaved, onClose }: CampaignWindowFormProps) {
  const t = useTranslations("campaigns");
  const common = useTranslations("common");
  const formId = useId();
  const read = (data: FormData) => ({ campaignId: id, window: readWindow(data) });
  const form = useHeldForm({ act: saveCampaignWindow, read, onDone: onSaved });
  return (
    <Dialog
      open
      isKeptByPress
      onOpenChange={(open) => (open ? undefined : form.leave(onClose))}
      title={t("windowOf", { name })}
      description={t("hint")}
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button type="submit" form={formId} size="lg" variant="primary" pending={form.pending}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form id={formId} {...form.attributes} className="flex flex-col gap-4">
        <FormProblem>{form.problem}</FormProblem>
        <SendingWindowField window={window} errorOf={form.errorOf} />
        {form.question}
      </form>
    </Dialog>
  );
}
