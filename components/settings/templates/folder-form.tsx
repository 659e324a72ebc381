"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addTemplateFolder, renameTemplateFolder } from "@/lib/actions/templates";
import type { TemplateFolderView } from "@/lib/domain/template-view";
import { FormProblem } from "../form-problem";
import { textOf } from "../use-action-form";
import { useHeldForm } from "../use-held-form";

type FolderFormProps = {
  folder: TemplateFolderView | null;
  mayShare: boolean;
  onClose: () => void;
  onSaved: (folderId: string) => void;
};

/** Name of a folder, and for a new one whose it is. */
export function FolderForm({ folder, mayShare, onClose, onSaved }: FolderFormProps) {
  const t = useTranslations("templates");
  const common = useTranslations("common");
  const formId = useId();
  const field = useRef<HTMLInputElement>(null);
  const read = (data: FormData): Saved => ({
    folderId: folder?.id ?? null,
    name: textOf(data, "name"),
    isShared: textOf(data, "side") === "team",
  });
  const form = useHeldForm({ act: saveFolder, read, onDone: ({ folderId }) => onSaved(folderId) });
  return (
    <Dialog
      open
      isKeptByPress
      onOpenChange={(open) => (open ? undefined : form.leave(onClose))}
      title={folder ? t("renameTitle", { name: folder.name }) : t("addFolder")}
      initialFocus={field}
      actions={
        <>
          <Button size="lg" variant="quiet" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button size="lg" type="submit" form={formId} variant="primary" pending={form.pending}>
            {t(folder ? "rename" : "addFolder")}
          </Button>
        </>
      }
    >
      <form id={formId} {...form.attributes} className="flex flex-col gap-3">
        <FormProblem>{form.problem}</FormProblem>
        <Field label={t("name")} error={form.errorOf("name")}>
          {(control) => <Input {...control} ref={field} name="name" autoComplete="off" defaultValue={folder?.name} />}
        </Field>
        {folder || !mayShare ? null : (
          <Field label={t("whose")} hint={t("whoseHint")}>
            {(control) => (
              <Select {...control} name="side" defaultValue="team">
                <option value="team">{t("shelf.team")}</option>
                <option value="own">{t("shelf.own")}</option>
              </Select>
            )}
          </Field>
        )}
        {form.question}
      </form>
    </Dialog>
  );
}

type Saved = { folderId: string | null; name: string; isShared: boolean };

const saveFolder = ({ folderId, name, isShared }: Saved) =>
  folderId === null ? addTemplateFolder({ name, isShared }) : renameTemplateFolder({ folderId, name });
