"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { forward } from "@/lib/actions/smartlead-actions";
import { parseAddressList } from "@/lib/domain/address";
import { useSmartleadThread } from "./use-smartlead-thread";

/** `messageId`: the message that is passed on; without one it is the newest. */
type ForwardFormProps = { threadIds: number[]; messageId?: string; onClose: () => void };

/** Has Smartlead forward a message of a thread. What was typed stays when the server refuses it. */
export function ForwardForm(props: ForwardFormProps) {
  const t = useTranslations("inbox.smartlead.form");
  const common = useTranslations("common");
  const { message, to, setTo, bad, judge, text, setText, isReady, isPending, submit } = useForwardForm(props);
  const first = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open
      isKeptByPress
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      title={t("forward.title")}
      description={t("forward.text", { name: message?.from.name || message?.from.address || "" })}
      initialFocus={first}
    >
      <form className="flex flex-col gap-3" onSubmit={submit}>
        <Field
          label={t("forward.to")}
          hint={t("forward.hint")}
          error={bad.length > 0 ? t("forward.bad", { addresses: bad.join(", ") }) : undefined}
        >
          {(control) => (
            <Input
              {...control}
              ref={first}
              maxLength={5000}
              value={to}
              onChange={(event) => setTo(event.target.value)}
              onBlur={judge}
            />
          )}
        </Field>
        <Field label={t("forward.label")}>
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              maxLength={5000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={props.onClose}>{common("cancel")}</Button>
          <Button type="submit" variant="primary" pending={isPending} disabled={!isReady}>
            {t("forward.send")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function useForwardForm({ threadIds, messageId, onClose }: ForwardFormProps) {
  const { threadId, thread, order } = useSmartleadThread(threadIds);
  // The one that was the newest when the form opened: what comes meanwhile was not meant.
  const [message] = useState(
    () => thread?.messages.find(({ id }) => id === messageId) ?? thread?.messages.at(-1) ?? null,
  );
  const [to, setTo] = useState("");
  const [text, setText] = useState("");
  const [isPending, start] = useTransition();
  const { parties, bad } = parseAddressList(to);
  // Who is still typing has not finished any address.
  const [judged, setJudged] = useState("");
  const isReady = threadId !== null && message !== null && bad.length === 0 && parties.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const said = text.trim() === "" ? {} : { text };
    start(async () => {
      if (await order(() => forward({ threadId, messageId: message.id, to, ...said }), "forwarded")) onClose();
    });
  };
  return {
    message,
    to,
    setTo,
    bad: judged === to ? bad.map((each) => each.text) : [],
    judge: () => setJudged(to),
    text,
    setText,
    isReady,
    isPending,
    submit,
  };
}
