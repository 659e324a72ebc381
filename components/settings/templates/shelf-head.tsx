import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { removeTemplateFolder } from "@/lib/actions/templates";
import type { TemplateFolderView } from "@/lib/domain/template-view";
import { ConfirmButton } from "../confirm-button";
import type { Shelf } from "./shelves";

type ShelfHeadProps = { shelf: Shelf; onRename: (folder: TemplateFolderView) => void; onChanged: () => void };

/** What the shelf is, or what can be done with a folder of one's own. */
export function ShelfHead({ shelf, onRename, onChanged }: ShelfHeadProps) {
  const t = useTranslations("templates");
  if (shelf.kind !== "folder")
    return <p className="max-w-measure px-4 py-3 text-12 text-text-2 lg:px-5">{t(`shelfText.${shelf.kind}`)}</p>;
  const { id: folderId, name, isShared, mayChange } = shelf.folder;
  return (
    <div className="flex min-h-bar flex-wrap items-center gap-x-2 px-4 py-1 lg:px-5">
      <h2 className="min-w-0 truncate text-14 font-strong tracking-tight">{name}</h2>
      <span className="text-12 text-text-3">{t(isShared ? "shelf.team" : "shelf.own")}</span>
      {mayChange ? (
        <span className="ml-auto flex">
          <Button variant="quiet" onClick={() => onRename(shelf.folder)}>
            {t("rename")}
          </Button>
          <ConfirmButton
            label={t("removeFolder")}
            title={t("removeFolderTitle", { name })}
            text={t("removeFolderText")}
            confirm={t("removeFolderConfirm", { name })}
            keep={t("keep")}
            act={() => removeTemplateFolder({ folderId })}
            onDone={onChanged}
          />
        </span>
      ) : null}
    </div>
  );
}
