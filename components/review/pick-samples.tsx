import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { pickSamples } from "@/lib/actions/reviews";
import { filtersQuery } from "@/lib/queries/threads";

const COUNTS = [1, 3, 5, 10];
const SPANS = [7, 30, 90];
const DAY_MS = 86_400_000;

/** Some sent replies by chance, of a person, campaign or category and of a span, to talk about with their authors. */
export function PickSamples({ onClose }: { onClose: () => void }) {
  const t = useTranslations("review.pick");
  const common = useTranslations("common");
  const { viewer } = useViewer();
  const { data: filters } = useQuery(filtersQuery());
  const { isPending, run } = useReplyAction();
  const [wish, setWish] = useState({ count: "5", memberId: "", campaign: "", categoryId: "", days: "30" });
  const pick = () =>
    run(
      () =>
        pickSamples({
          count: Number(wish.count),
          memberId: wish.memberId || null,
          campaign: wish.campaign ? Number(wish.campaign) : null,
          categoryId: wish.categoryId || null,
          from: wish.days ? new Date(Date.now() - Number(wish.days) * DAY_MS).toISOString() : null,
        }),
      ({ reviewIds }) => {
        toast(t("picked", { count: reviewIds.length }));
        onClose();
      },
    );
  const choice = (name: keyof typeof wish, options: ReactNode) => (
    <Field label={t(name)}>
      {(control) => (
        <Select {...control} value={wish[name]} onChange={(event) => setWish({ ...wish, [name]: event.target.value })}>
          {options}
        </Select>
      )}
    </Field>
  );
  const named = (all: string, entries: { id: string | number; name: string }[]) => (
    <>
      <option value="">{all}</option>
      {entries.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title")}
      description={t("text")}
      actions={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" pending={isPending} onClick={pick}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {choice(
          "count",
          COUNTS.map((count) => <option key={count}>{count}</option>),
        )}
        {choice(
          "memberId",
          named(
            t("anybody"),
            (filters?.people ?? []).filter(({ id }) => id !== viewer.id),
          ),
        )}
        {choice(
          "campaign",
          named(
            t("any"),
            (filters?.campaigns ?? []).map(({ number, name }) => ({ id: number, name })),
          ),
        )}
        {choice("categoryId", named(t("any"), filters?.categories ?? []))}
        {choice(
          "days",
          named(
            t("ever"),
            SPANS.map((days) => ({ id: days, name: t("inDays", { days }) })),
          ),
        )}
      </div>
    </Dialog>
  );
}
