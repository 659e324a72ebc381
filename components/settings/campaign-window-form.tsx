"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { saveCampaignWindow } from "@/lib/actions/campaigns";
import type { CampaignItem } from "./campaign-item";
import { FormProblem } from "./form-problem";
import { SendingWindowField } from "./sending-window-field";
import { useActionForm } from "./use-action-form";
import { readWindow } from "./window-values";

type CampaignWindowFormProps = { campaign: CampaignItem; onSaved: () => void; onCancel: () => void };

/** When the machine may write to one campaign's leads. */
export function CampaignWindowForm({ campaign: { id, window }, onSaved, onCancel }: CampaignWindowFormProps) {
  const common = useTranslations("common");
  const form = useActionForm(saveCampaignWindow, onSaved);
  return (
    <form
      noValidate
      onSubmit={form.submit((data) => ({ campaignId: id, window: readWindow(data) }))}
      className="flex flex-col gap-4"
    >
      <FormProblem>{form.problem}</FormProblem>
      <SendingWindowField window={window} errorOf={form.errorOf} />
      <div className="flex justify-end gap-2">
        <Button size="lg" onClick={onCancel}>
          {common("cancel")}
        </Button>
        <Button type="submit" size="lg" variant="primary" pending={form.pending}>
          {common("save")}
        </Button>
      </div>
    </form>
  );
}
