"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CategoryForm } from "./category-form";
import type { CategoryItem } from "./category-item";
import { CategoryRow } from "./category-row";
import { SettingsPane } from "./settings-pane";
import { tableClass } from "./table-class";

/** The categories in the order of their number keys: what the rules give, and the workspace's own. */
export function Categories({ categories }: { categories: CategoryItem[] }) {
  const t = useTranslations("settings.categories");
  const router = useRouter();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<CategoryItem | "new" | null>(null);
  const onChanged = () => {
    router.refresh();
    // Lists, menus and figures name categories too.
    void queries.invalidateQueries({ queryKey: ["threads"] });
  };
  return (
    <SettingsPane
      title={t("title")}
      note={categories.length}
      actions={
        <Button icon={<Plus />} onClick={() => setAsked("new")}>
          {t("add")}
        </Button>
      }
    >
      <p className="max-w-measure px-4 py-3 text-12 text-text-2 lg:px-5">{t("text")}</p>
      <table className={tableClass.table}>
        <thead className={tableClass.head}>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col" className={tableClass.wideOnly}>
              {t("sentiment")}
            </th>
            <th scope="col">
              <span className="sr-only">{t("actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {categories.map((category, index) => (
            <CategoryRow
              key={category.id}
              category={category}
              isFirst={index === 0}
              isLast={index === categories.length - 1}
              onEdit={() => setAsked(category)}
              onChanged={onChanged}
            />
          ))}
        </tbody>
      </table>
      {asked === null ? null : (
        <CategoryForm
          category={asked === "new" ? null : asked}
          onClose={() => setAsked(null)}
          onSaved={() => {
            setAsked(null);
            onChanged();
          }}
        />
      )}
    </SettingsPane>
  );
}
