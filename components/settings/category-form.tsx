"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addCategory, updateCategory } from "@/lib/actions/categories";
import { CATEGORY_KINDS, CATEGORY_SENTIMENTS } from "@/lib/domain/default-categories";
import type { CategoryKind, Sentiment } from "@/lib/domain/thread-view";
import type { CategoryItem } from "./category-item";
import { FormProblem } from "./form-problem";
import { textOf } from "./use-action-form";
import { useHeldForm } from "./use-held-form";

type CategoryFormProps = { category: CategoryItem | null; onClose: () => void; onSaved: () => void };

/** Name and sentiment of a category; a new one may be of a kind that the rules know, whose colour it takes. */
export function CategoryForm({ category, onClose, onSaved }: CategoryFormProps) {
  const t = useTranslations("settings.categories");
  const common = useTranslations("common");
  const formId = useId();
  const read = (data: FormData): Saved => ({
    categoryId: category?.id ?? null,
    name: textOf(data, "name"),
    sentiment: textOf(data, "sentiment") as Sentiment,
    kind: (textOf(data, "kind") || "none") as CategoryKind,
  });
  const form = useHeldForm({ act: saveCategory, read, onDone: onSaved });
  return (
    <Dialog
      open
      isKeptByPress
      onOpenChange={(open) => (open ? undefined : form.leave(onClose))}
      title={category ? t("editTitle", { name: category.name }) : t("addTitle")}
      actions={
        <>
          <Button size="lg" variant="quiet" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button size="lg" type="submit" form={formId} variant="primary" pending={form.pending}>
            {t(category ? "save" : "add")}
          </Button>
        </>
      }
    >
      <form id={formId} {...form.attributes} className="flex flex-col gap-3">
        <FormProblem>{form.problem}</FormProblem>
        <Field label={t("name")} error={form.errorOf("name")}>
          {(control) => <Input {...control} name="name" autoComplete="off" defaultValue={category?.name} />}
        </Field>
        <Field label={t("sentiment")} hint={t("sentimentHint")} error={form.errorOf("sentiment")}>
          {(control) => (
            <Select {...control} name="sentiment" defaultValue={category?.sentiment ?? "neutral"}>
              {CATEGORY_SENTIMENTS.map((sentiment) => (
                <option key={sentiment} value={sentiment}>
                  {t(`sentiments.${sentiment}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {category ? null : (
          <Field label={t("kindLabel")} hint={t("kindHint")} error={form.errorOf("kind")}>
            {(control) => (
              <Select {...control} name="kind" defaultValue="none">
                {CATEGORY_KINDS.toSorted((a, b) => Number(b === "none") - Number(a === "none")).map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`kind.${kind}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {form.question}
      </form>
    </Dialog>
  );
}

type Saved = { categoryId: string | null; name: string; sentiment: Sentiment; kind: CategoryKind };

const saveCategory = ({ categoryId, name, sentiment, kind }: Saved) =>
  categoryId === null ? addCategory({ name, sentiment, kind }) : updateCategory({ categoryId, name, sentiment });
