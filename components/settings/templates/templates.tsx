"use client";

import { useQueryClient } from "@tanstack/react-query";
import { FolderPlus, LayoutTemplate, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { TemplateFolderView, TemplateItem, TemplateLists } from "@/lib/domain/template-view";
import { threadKeys } from "@/lib/queries/threads";
import { SettingsPane } from "../settings-pane";
import { tableClass } from "../table-class";
import { FolderForm } from "./folder-form";
import { ShelfHead } from "./shelf-head";
import { ShelfList } from "./shelf-list";
import { isOn, placeFor, shelfKey, shelvesOf } from "./shelves";
import { TemplateForm } from "./template-form";
import { TemplateRow } from "./template-row";

/** The templates that somebody sees: folders at the left, what stands in one beside them, and a form over both to write one. */
export function Templates({ lists, mayShare }: { lists: TemplateLists; mayShare: boolean }) {
  const t = useTranslations("templates");
  const onChanged = useChanged();
  const [key, setKey] = useState("all");
  const [written, setWritten] = useState<TemplateItem | "new" | null>(null);
  const [folder, setFolder] = useState<TemplateFolderView | "new" | null>(null);
  const rememberRow = useRowFocus(written === null);
  const shelves = shelvesOf(lists);
  const shelf = shelves.find((each) => shelfKey(each) === key) ?? shelves[0]!;
  const shown = lists.templates.filter((template) => isOn(shelf, template));
  const write = (template: TemplateItem | "new") => {
    rememberRow(template === "new" ? "new" : template.id);
    setWritten(template);
  };
  if (written !== null)
    return (
      <TemplateForm
        template={written === "new" ? null : written}
        place={placeFor(shelf, mayShare)}
        folders={lists.folders}
        mayShare={mayShare}
        onClose={() => setWritten(null)}
        onSaved={() => {
          setWritten(null);
          onChanged();
        }}
      />
    );
  return (
    <SettingsPane
      title={t("title")}
      note={lists.templates.length}
      actions={<Additions onFolder={() => setFolder("new")} onTemplate={() => write("new")} />}
    >
      <div className="flex min-h-full flex-col md:flex-row">
        <ShelfList shelves={shelves} templates={lists.templates} chosen={shelfKey(shelf)} onChoose={setKey} />
        <div className="min-w-0 flex-1">
          <ShelfHead shelf={shelf} onRename={setFolder} onChanged={onChanged} />
          {shown.length === 0 ? (
            <EmptyState icon={<LayoutTemplate aria-hidden />} title={t("emptyTitle")}>
              {t("empty")}
            </EmptyState>
          ) : (
            <Table templates={shown} folders={lists.folders} onEdit={write} onChanged={onChanged} />
          )}
        </div>
      </div>
      {folder === null ? null : (
        <FolderForm
          folder={folder === "new" ? null : folder}
          mayShare={mayShare}
          onClose={() => setFolder(null)}
          onSaved={(folderId) => {
            setFolder(null);
            setKey(folderId);
            onChanged();
          }}
        />
      )}
    </SettingsPane>
  );
}

function Additions({ onFolder, onTemplate }: { onFolder: () => void; onTemplate: () => void }) {
  const t = useTranslations("templates");
  return (
    <>
      <Button variant="quiet" icon={<FolderPlus />} onClick={onFolder}>
        <span className="max-md:sr-only">{t("addFolder")}</span>
      </Button>
      <Button icon={<Plus />} data-edit="new" onClick={onTemplate}>
        {t("add")}
      </Button>
    </>
  );
}

type TableProps = {
  templates: TemplateItem[];
  folders: TemplateFolderView[];
  onEdit: (template: TemplateItem) => void;
  onChanged: () => void;
};

function Table({ templates, folders, ...on }: TableProps) {
  const t = useTranslations("templates");
  return (
    <>
      <table className={tableClass.table}>
        <thead className={tableClass.head}>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col" className={`text-right ${tableClass.wideOnly}`}>
              {t("used")}
            </th>
            <th scope="col" className={`text-right ${tableClass.wideOnly}`}>
              {t("answered")}
            </th>
            <th scope="col">
              <span className="sr-only">{t("actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {templates.map((template) => (
            <TemplateRow
              key={template.id}
              template={template}
              folder={folders.find(({ id }) => id === template.folderId)?.name ?? null}
              {...on}
            />
          ))}
        </tbody>
      </table>
      <p className="max-w-measure px-4 py-3 text-12 text-text-3 lg:px-5">{t("figuresMean")}</p>
    </>
  );
}

function useChanged(): () => void {
  const router = useRouter();
  const queries = useQueryClient();
  return () => {
    router.refresh();
    // Open composers offer them too.
    void queries.invalidateQueries({ queryKey: threadKeys.threads });
  };
}

/** After the form the focus goes back to the button that opened it. */
function useRowFocus(isListShown: boolean): (key: string) => void {
  const key = useRef<string | null>(null);
  useEffect(() => {
    if (!isListShown || key.current === null) return;
    document.querySelector<HTMLElement>(`[data-edit="${CSS.escape(key.current)}"]`)?.focus();
    key.current = null;
  }, [isListShown]);
  return (next) => void (key.current = next);
}
