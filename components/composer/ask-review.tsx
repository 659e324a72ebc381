import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { reviewersQuery } from "@/lib/queries/reviews";
import type { ComposerModel } from "./use-composer";

type AskReviewProps = { open: boolean; model: ComposerModel; threadId: number; onClose: () => void };

/**
 * Somebody else shall look at the reply before it leaves: who, and a word for them. Both stay as long as the composer is there: it
 * closes before the server has answered, and a refusal must not cost them.
 */
export function AskReview({ open, model, threadId, onClose }: AskReviewProps) {
  const t = useTranslations("composer.askReview");
  const common = useTranslations("common");
  const { data: reviewers = [] } = useQuery({ ...reviewersQuery(threadId), enabled: open });
  const [reviewerId, setReviewerId] = useState("");
  const [note, setNote] = useState("");
  const send = () => {
    onClose();
    model.sending.ask({
      review: { ...(reviewerId ? { reviewerId } : {}), ...(note.trim() ? { note: note.trim() } : {}) },
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title")}
      description={t("text")}
      isKeptByPress
      actions={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" onClick={send}>
            {t("send")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("reviewer")}>
          {(control) => (
            <Select {...control} value={reviewerId} onChange={(event) => setReviewerId(event.target.value)}>
              <option value="">{t("anybody")}</option>
              {reviewers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("note")}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
