"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { PENDING_CHOICES, type Leaving } from "@/lib/services/mailboxes/schemas";

export type Pending =
  { pending: "hold" | "cancel"; moveToId?: undefined } | { pending: "move"; moveToId?: string | undefined };

type Props = {
  /** How many there are. */
  legend: string;
  kind: "disable" | "remove";
  others: Leaving["others"];
  chosen: Pending;
  onChoose: (choice: Pending) => void;
};

/** Hold, move or cancel what a mailbox has still to send; moving needs another one that is connected. */
export function PendingChoice({ legend, kind, others, chosen, onChoose }: Props) {
  const t = useTranslations("mailbox.leave");
  const [first] = others;
  const hints = { hold: t(`holdHint.${kind}`), move: first ? null : t("moveNone"), cancel: t("cancelHint") };
  const choose = (pending: (typeof PENDING_CHOICES)[number]) =>
    onChoose(pending === "move" ? { pending, moveToId: first?.id } : { pending });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-medium">{legend}</legend>
      {PENDING_CHOICES.map((pending) => (
        <label key={pending} className="flex items-start gap-2 has-disabled:text-text-off">
          <input
            type="radio"
            name="pending"
            value={pending}
            checked={chosen.pending === pending}
            disabled={pending === "move" && !first}
            onChange={() => choose(pending)}
            className="mt-0.5 size-3.5 shrink-0 accent-accent touch:size-5"
          />
          <span className="min-w-0">
            {t(pending)}
            {hints[pending] ? <span className="block text-12 text-text-3">{hints[pending]}</span> : null}
          </span>
        </label>
      ))}
      {chosen.pending === "move" ? (
        <Field label={t("moveTo")} className="pl-6">
          {(control) => (
            <Select
              {...control}
              value={chosen.moveToId}
              onChange={(event) => onChoose({ pending: "move", moveToId: event.target.value })}
            >
              {others.map(({ id, address }) => (
                <option key={id} value={id}>
                  {address}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
    </fieldset>
  );
}
