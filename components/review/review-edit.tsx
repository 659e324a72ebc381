import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { isEmptyBody } from "@/components/composer/composer-state";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { isComposing } from "@/components/ui/is-composing";
import { late } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";
import { formatParty } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import type { ReviewView } from "@/lib/domain/review-view";
import { replyTextQuery } from "@/lib/queries/schedule";
import { isWritten, type KeptEdit } from "./kept-review";
import { ReviewFiles } from "./review-files";
import { useApprovalWords } from "./use-approval-words";
import type { Kept } from "./use-kept-review";
import type { ReviewVerbs } from "./use-review-verbs";

const StepEditor = late(
  () => import("@/components/follow-ups/step-editor").then((file) => file.StepEditor),
  <Skeleton className="m-3 h-3 w-48" />,
);

type EditProps = {
  review: ReviewView;
  verbs: ReviewVerbs;
  kept: Kept;
  /** It was asked for just now. Who only comes by in the queue goes on with keys, which must not end in the text. */
  takesFocus: boolean;
  /** Lets go what was written. */
  onClose: () => void;
  /** Keeps it. */
  onLeave: () => void;
};

/** The reply in the editor: what the reviewer writes becomes a version of theirs, and leaves. It is kept until it is decided or let go. */
export function ReviewEdit(props: EditProps) {
  const t = useTranslations("review.edit");
  const { data, isError } = useQuery(replyTextQuery(props.review.replyId));
  if (isError)
    return (
      <p role="alert" className="px-4 py-3 text-13 text-bad md:px-6">
        {t("failed")}
      </p>
    );
  if (!data) return <Skeleton className="m-6 h-3 w-48" />;
  return <EditForm {...props} initialHtml={data.bodyHtml} />;
}

const listOf = (parties: Party[] | undefined): string => (parties ?? []).map(formatParty).join(", ");

function EditForm({
  review,
  verbs,
  kept,
  takesFocus,
  onClose,
  onLeave,
  initialHtml,
}: EditProps & { initialHtml: string }) {
  const t = useTranslations("review.edit");
  const common = useTranslations("common");
  const leaves = useApprovalWords()(review);
  const newest = review.versions.at(-1)!;
  const written = kept.now.edit;
  // As long as nothing is written, it is the newest that would be.
  const edit: KeptEdit = isWritten(written) ? written : { version: newest.number };
  const read = review.versions.find(({ number }) => number === edit.version) ?? newest;
  const { to, cc, subject } = read.text;
  const fields = edit.fields ?? { to: listOf(to), cc: listOf(cc), subject };
  const html = edit.html ?? initialHtml;
  const change = (changed: Partial<KeptEdit>) =>
    kept.change((now) => ({ ...now, edit: { ...now.edit, version: edit.version, ...changed } }));
  const isReady = !isEmptyBody(html) && fields.to.trim() !== "";
  const send = () => {
    if (!isReady || verbs.isPending) return;
    verbs.approve({
      version: edit.version,
      edits: { ...fields, ...(edit.html === undefined ? {} : { bodyHtml: edit.html }) },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || event.shiftKey) return;
    // What is typed in a menu or dialog of the editor's tools is heard here too.
    if (!event.currentTarget.contains(event.target as Node)) return;
    // Before the editor, which has its own use for it: a new line.
    event.preventDefault();
    event.stopPropagation();
    send();
  };
  const onEscape = (event: KeyboardEvent) => {
    // What it closes in a menu or dialog of the editor's tools is not this.
    if (event.key !== "Escape" || isComposing(event) || verbs.isPending) return;
    if (!event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape holds for the whole form
    <section
      aria-label={t("title")}
      className="flex flex-col gap-3 px-4 py-3 md:px-6"
      onKeyDownCapture={onKeyDown}
      onKeyDown={onEscape}
    >
      {newest.number === edit.version ? null : (
        <output className="block text-13 text-warn">
          {t("older", { version: edit.version, newest: newest.number })}
        </output>
      )}
      {(["to", "cc", "subject"] as const).map((name) => (
        <Field key={name} label={t(name)}>
          {(control) => (
            <Input
              {...control}
              value={fields[name]}
              autoComplete="off"
              onChange={(event) => change({ fields: { ...fields, [name]: event.target.value } })}
            />
          )}
        </Field>
      ))}
      <div className="overflow-hidden rounded-2 border border-line-control">
        <StepEditor
          initialHtml={html}
          label={t("text")}
          takesFocus={takesFocus}
          source={null}
          onChange={(bodyHtml) => change({ html: bodyHtml })}
        />
      </div>
      <ReviewFiles version={newest} before={null} />
      <div className="flex flex-wrap items-center justify-end gap-2">
        {leaves.caution ? <span className="text-12 text-text-2">{leaves.caution}</span> : null}
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button variant="primary" pending={verbs.isPending} disabled={!isReady} onClick={send}>
          <span className="tabular-nums">{leaves.edited}</span>
        </Button>
      </div>
    </section>
  );
}
