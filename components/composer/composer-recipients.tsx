import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { isFocusLost } from "@/components/ui/is-focus-lost";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import type { ThreadMailboxView } from "@/lib/domain/thread-view";
import type { RecipientField } from "./composer-state";
import { outsidersOf } from "./recipient-chips";
import { useProblemWords } from "./problem-words";
import { RecipientsField } from "./recipients-field";
import type { ComposerModel } from "./use-composer";

type Props = {
  model: ComposerModel;
  threadId: number;
  known: ReadonlySet<string>;
  /** The lead's domain and our own: a copy to anybody else is pointed out. */
  inside: ReadonlySet<string>;
  mailbox: ThreadMailboxView;
};

/** To with the mailbox that sends, and Cc and Bcc once they are wanted. */
export function ComposerRecipients({ model, mailbox, ...row }: Props) {
  const t = useTranslations("composer.recipients");
  const [wanted, setWanted] = useState<ReadonlySet<RecipientField>>(new Set());
  const { state, fields } = model;
  const isShown = (field: RecipientField) =>
    wanted.has(field) || state[field].length > 0 || Boolean(state.problems[field]);
  const show = (field: "cc" | "bcc") => {
    setWanted(new Set([...wanted, field]));
    requestAnimationFrame(() => fields[field].current?.focus());
  };
  const opener = (field: "cc" | "bcc") =>
    isShown(field) ? null : (
      <Button
        key={field}
        variant="quiet"
        size="sm"
        className="px-1.5 text-text-2 touch:min-w-control-touch"
        onClick={() => show(field)}
      >
        {t(field)}
      </Button>
    );
  return (
    <div className="max-h-40 overflow-y-auto max-md:max-h-none max-md:shrink-0">
      <Row field="to" model={model} {...row}>
        <span className="ml-auto flex min-w-0 shrink items-center">
          {isShown("cc") ? null : [opener("cc"), opener("bcc")]}
          <MailboxName mailbox={mailbox} />
        </span>
      </Row>
      {isShown("cc") ? (
        <Row field="cc" model={model} {...row}>
          {opener("bcc")}
        </Row>
      ) : null}
      {isShown("bcc") ? <Row field="bcc" model={model} {...row} hint={t("bccHint")} /> : null}
    </div>
  );
}

type RowProps = {
  field: RecipientField;
  model: ComposerModel;
  threadId: number;
  known: ReadonlySet<string>;
  inside: ReadonlySet<string>;
  hint?: string;
  children?: React.ReactNode;
};

function Row({ field, model, threadId, known, inside, hint, children }: RowProps) {
  const t = useTranslations("composer.recipients");
  const words = useProblemWords();
  const outside = field === "to" ? [] : outsidersOf(model.state[field], inside, known);
  return (
    <RecipientsField
      field={field}
      onMove={(from, index, to) => {
        model.dispatch({ type: "moved", from, index, to });
        // The chip that had the focus is gone; its new field may only just be drawn.
        requestAnimationFrame(() => isFocusLost() && model.fields[to].current?.focusLast());
      }}
      remark={outside.length > 0 ? t("outside", { count: outside.length, who: outside[0]! }) : null}
      ref={model.fields[field]}
      label={t(field)}
      threadId={threadId}
      entries={model.state[field]}
      known={known}
      error={words(model.state.problems[field])}
      hint={hint}
      aside={children}
      onChange={(entries) => model.dispatch({ type: "recipients", field, entries })}
    />
  );
}

function MailboxName({ mailbox }: { mailbox: ThreadMailboxView }) {
  const t = useTranslations("composer.recipients");
  return (
    <span
      title={t("from", { address: mailbox.address })}
      className="ml-1 flex h-6 min-w-0 items-center gap-1.5 text-12 text-text-2 touch:h-control-touch"
    >
      <span className="sr-only">{t("from", { address: "" })}</span>
      <MailboxSquare colour={mailbox.colour} />
      <span className="max-w-48 truncate">{mailbox.address}</span>
    </span>
  );
}
