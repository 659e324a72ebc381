"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { addBlock, removeBlock } from "@/lib/actions/blocks";
import { FormProblem } from "./form-problem";
import { SettingsPane } from "./settings-pane";
import { tableClass } from "./table-class";
import { TimeAgo } from "./time-ago";
import { textOf } from "./use-action-form";
import { useHeldForm } from "./use-held-form";
import { useRowAction } from "./use-row-action";

type Block = { id: string; kind: "address" | "domain"; value: string; createdAt: string };

/** Addresses and domains that no reply goes to. Taking one out is done at once and can be undone. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  const t = useTranslations("settings.blocks");
  return (
    <SettingsPane title={t("title")} note={blocks.length}>
      <AddBlock />
      {blocks.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <table className={tableClass.table}>
          <thead className={tableClass.head}>
            <tr>
              <th scope="col">{t("value")}</th>
              <th scope="col" className={tableClass.wideOnly}>
                {t("since")}
              </th>
              <th scope="col">
                <span className="sr-only">{t("actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {blocks.map((block) => (
              <BlockRow key={block.id} block={block} />
            ))}
          </tbody>
        </table>
      )}
    </SettingsPane>
  );
}

function AddBlock() {
  const t = useTranslations("settings.blocks");
  const router = useRouter();
  const read = (data: FormData) => ({ value: textOf(data, "value") });
  const form = useHeldForm({
    act: addBlock,
    read,
    onDone: (block, element) => {
      element.reset();
      toast(t("added", { value: block.value }));
      router.refresh();
    },
  });
  return (
    <form {...form.attributes} className="flex flex-col gap-2 border-b border-line px-4 py-4 lg:px-5">
      <FormProblem>{form.problem}</FormProblem>
      <Field label={t("add")} hint={t("hint")} error={form.errorOf("value")} className="max-w-md">
        {(control) => (
          <div className="flex gap-2">
            <Input {...control} name="value" autoComplete="off" spellCheck={false} />
            <Button type="submit" size="lg" pending={form.pending}>
              {t("block")}
            </Button>
          </div>
        )}
      </Field>
      {form.question}
    </form>
  );
}

function BlockRow({ block }: { block: Block }) {
  const t = useTranslations("settings.blocks");
  const router = useRouter();
  const { pending, run } = useRowAction(() => router.refresh());
  const put = () => run(() => addBlock({ value: block.value }));
  const remove = () =>
    run(
      () => removeBlock({ blockId: block.id }),
      () => void toast(t("removed", { value: block.value }), { action: { label: t("undo"), onPress: put } }),
    );
  return (
    <tr className={tableClass.row}>
      <td className="w-1/2 max-w-0">
        <p className="truncate font-medium">{block.value}</p>
        <p className="text-12 text-text-3">{t(`kind.${block.kind}`)}</p>
      </td>
      <td className={`text-text-2 ${tableClass.wideOnly}`}>
        <TimeAgo at={block.createdAt} />
      </td>
      <td className="w-px text-right">
        <Button
          variant="quiet"
          pending={pending}
          onClick={remove}
          aria-label={t("removeLabel", { value: block.value })}
        >
          {t("remove")}
        </Button>
      </td>
    </tr>
  );
}
