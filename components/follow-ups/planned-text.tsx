import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState, type KeyboardEvent } from "react";
import { isEmptyBody } from "@/components/composer/composer-state";
import { SafeHtml } from "@/components/composer/safe-html";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { Button } from "@/components/ui/button";
import { late } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";
import { useHydrated } from "@/components/ui/use-hydrated";
import { rewrite } from "@/lib/actions/schedule";
import type { FollowUpStepView } from "@/lib/domain/follow-up";
import { replyTextQuery } from "@/lib/queries/schedule";

const StepEditor = late(
  () => import("./step-editor").then((file) => file.StepEditor),
  <Skeleton className="m-3 h-3 w-48" />,
);

type PlannedTextProps = { step: FollowUpStepView; isEditing: boolean; onClose: () => void };

/** The text of a planned step, or the same being rewritten in its place. */
export function PlannedText({ step, isEditing, onClose }: PlannedTextProps) {
  const isHydrated = useHydrated();
  if (isEditing) return <Rewriting step={step} onClose={onClose} />;
  return isHydrated ? (
    <SafeHtml
      html={step.bodyHtml}
      className="max-w-measure text-13 wrap-anywhere [&_ol]:list-decimal [&_ol]:pl-5 [&_p+p]:mt-2 [&_ul]:list-disc [&_ul]:pl-5"
    />
  ) : null;
}

/** The text as somebody would have to write it: braces in it are words, and pictures are uploads. */
function Rewriting({ step, onClose }: Omit<PlannedTextProps, "isEditing">) {
  const t = useTranslations("follow-ups.line");
  const { data, isError } = useQuery(replyTextQuery(step.replyId));
  if (isError)
    return (
      <p role="alert" className="text-12 text-bad">
        {t("textNotRead")}
      </p>
    );
  if (!data) return <Skeleton className="my-2 h-3 w-48" />;
  return <TextForm replyId={step.replyId} initialHtml={data.bodyHtml} onClose={onClose} />;
}

type TextFormProps = { replyId: string; initialHtml: string; onClose: () => void };

function TextForm({ replyId, initialHtml, onClose }: TextFormProps) {
  const t = useTranslations("follow-ups.line");
  const common = useTranslations("common");
  const action = useReplyAction();
  const [html, setHtml] = useState(initialHtml);
  const save = () => action.run(() => rewrite({ replyId, bodyHtml: html }), onClose);
  const onKeyDown = (event: KeyboardEvent) => {
    const isSave = event.key === "Enter" && (event.metaKey || event.ctrlKey);
    if (!isSave && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    // With words that are not saved Escape does nothing: the button says that they go.
    if (isSave) save();
    else if (html === initialHtml) onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the text within
    <div onKeyDown={onKeyDown} className="mt-1 max-w-measure overflow-hidden rounded-2 border border-line-control">
      <StepEditor initialHtml={initialHtml} source={null} onChange={setHtml} />
      <div className="flex justify-end gap-2 border-t border-line p-2">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button variant="primary" disabled={isEmptyBody(html)} pending={action.isPending} onClick={save}>
          {t("saveText")}
        </Button>
      </div>
    </div>
  );
}
