"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CategoryMark } from "@/components/ui/category-mark";
import { IconButton } from "@/components/ui/icon-button";
import { moveCategory, removeCategory } from "@/lib/actions/categories";
import type { CategoryItem } from "./category-item";
import { ConfirmButton } from "./confirm-button";
import { tableClass } from "./table-class";
import { useRowAction } from "./use-row-action";

type CategoryRowProps = {
  category: CategoryItem;
  isFirst: boolean;
  isLast: boolean;
  onEdit: () => void;
  onChanged: () => void;
};

/** One category: its mark and name, what it is for the rules, its place, and how it is changed or removed. */
export function CategoryRow({ category, isFirst, isLast, onEdit, onChanged }: CategoryRowProps) {
  const t = useTranslations("settings.categories");
  const { pending, run } = useRowAction(onChanged);
  const { id: categoryId, name, kind, sentiment, isGiven } = category;
  const move = (to: "up" | "down") => run(() => moveCategory({ categoryId, to }));
  return (
    <tr className={tableClass.row}>
      <td className="w-full max-w-0 md:w-1/2">
        <div className="flex items-center gap-2">
          <CategoryMark sentiment={sentiment} hue={kind} />
          <div className="min-w-0">
            <p className="truncate font-medium">{name}</p>
            <p className="text-12 wrap-anywhere text-text-3">
              {isGiven ? t(`given.${kind}`) : kind === "none" ? t("own") : t("alike", { kind: t(`kind.${kind}`) })}
            </p>
          </div>
        </div>
      </td>
      <td className={`text-text-2 ${tableClass.wideOnly}`}>{t(`sentiments.${sentiment}`)}</td>
      <td className="w-px whitespace-nowrap">
        <div className="flex items-center justify-end">
          <IconButton label={t("up", { name })} disabled={isFirst || pending} onClick={() => move("up")}>
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton label={t("down", { name })} disabled={isLast || pending} onClick={() => move("down")}>
            <ArrowDown aria-hidden />
          </IconButton>
          <Button variant="quiet" onClick={onEdit} aria-label={t("editLabel", { name })}>
            {t("edit")}
          </Button>
          {isGiven ? null : (
            <ConfirmButton
              label={t("remove")}
              title={t("removeTitle", { name })}
              text={t("removeText")}
              confirm={t("removeConfirm", { name })}
              keep={t("removeKeep")}
              act={() => removeCategory({ categoryId })}
              onDone={onChanged}
            />
          )}
        </div>
      </td>
    </tr>
  );
}
