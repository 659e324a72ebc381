import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { isEmptyBody } from "@/components/composer/composer-state";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { late } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";
import { formatParty } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import type { ReviewView } from "@/lib/domain/review-view";
import { replyTextQuery } from "@/lib/queries/schedule";
import type { ReviewVerbs } from "./use-review-verbs";

const StepEditor = late(
  () => import("@/components/follow-ups/step-editor").then((file) => file.StepEditor),
  <Skeleton className="m-3 h-3 w-48" />,
);

type EditProps = { review: ReviewView; verbs: ReviewVerbs; onClose: () => void };

/** The reply in the editor: what the reviewer writes becomes a version of theirs, and leaves. */
export function ReviewEdit({ review, verbs, onClose }: EditProps) {
  const t = useTranslations("review.edit");
  const { data, isError } = useQuery(replyTextQuery(review.replyId));
  if (isError)
    return (
      <p role="alert" className="px-4 py-3 text-13 text-bad md:px-6">
        {t("failed")}
      </p>
    );
  if (!data) return <Skeleton className="m-6 h-3 w-48" />;
  return <EditForm review={review} verbs={verbs} onClose={onClose} initialHtml={data.bodyHtml} />;
}

const listOf = (parties: Party[] | undefined): string => (parties ?? []).map(formatParty).join(", ");

function EditForm({ review, verbs, onClose, initialHtml }: EditProps & { initialHtml: string }) {
  const t = useTranslations("review.edit");
  const common = useTranslations("common");
  const text = review.versions.at(-1)?.text;
  const [html, setHtml] = useState(initialHtml);
  const [fields, setFields] = useState({
    to: listOf(text?.to),
    cc: listOf(text?.cc),
    subject: text?.subject ?? "",
  });
  const send = () => verbs.approve({ ...fields, ...(html === initialHtml ? {} : { bodyHtml: html }) }, onClose);
  return (
    <section aria-label={t("title")} className="flex flex-col gap-3 px-4 py-3 md:px-6">
      {(["to", "cc", "subject"] as const).map((name) => (
        <Field key={name} label={t(name)}>
          {(control) => (
            <Input
              {...control}
              value={fields[name]}
              autoComplete="off"
              onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <div className="overflow-hidden rounded-2 border border-line-control">
        <StepEditor initialHtml={initialHtml} source={null} onChange={setHtml} />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button
          variant="primary"
          pending={verbs.isPending}
          disabled={isEmptyBody(html) || fields.to.trim() === ""}
          onClick={send}
        >
          {t("approve")}
        </Button>
      </div>
    </section>
  );
}
