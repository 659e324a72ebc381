"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { addTemplate } from "@/lib/actions/templates";
import type { TemplateFolderView } from "@/lib/domain/template-view";

type SaveTemplateProps = { html: string; folders: TemplateFolderView[]; onClose: () => void; onSaved: () => void };

/** Keeps chosen words as a template: one's own, or in a folder of the team's for who may. */
export function SaveTemplate({ html, folders, onClose, onSaved }: SaveTemplateProps) {
  const t = useTranslations("composer.templates");
  const formId = useId();
  const name = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<"name" | "shortcut" | "other" | null>(null);
  const [pending, start] = useTransition();
  const open = folders.filter(({ mayChange }) => mayChange);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const form = event.currentTarget;
    start(async () => {
      const answer = await addTemplate(inputOf(new FormData(form), open, html)).catch(() => null);
      if (!answer?.ok) {
        const field = answer?.error.fields?.[0]?.path;
        setWrong(field === "name" || field === "shortcut" ? field : "other");
        return;
      }
      toast(t("kept"));
      onSaved();
      onClose();
    });
  };
  return (
    <Dialog
      open
      isKeptByPress
      onOpenChange={(next) => !next && onClose()}
      title={t("keep")}
      description={t("keepText")}
      initialFocus={name}
      actions={
        <>
          <Button size="lg" variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={formId} pending={pending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3">
        {wrong === "other" ? (
          <p role="alert" className="text-12 text-bad">
            {t("notKept")}
          </p>
        ) : null}
        <Field label={t("name")} error={wrong === "name" ? t("badName") : undefined}>
          {(control) => <Input {...control} ref={name} name="name" autoComplete="off" />}
        </Field>
        <Field
          label={t("shortcut")}
          hint={t("shortcutHint")}
          error={wrong === "shortcut" ? t("badShortcut") : undefined}
        >
          {(control) => <Input {...control} name="shortcut" autoComplete="off" autoCapitalize="off" />}
        </Field>
        <Field label={t("folder")}>
          {(control) => (
            <Select {...control} name="folderId" defaultValue="">
              <option value="">{t("own")}</option>
              {open.map(({ id, name: folder, isShared }) => (
                <option key={id} value={id}>
                  {folder} ({t(isShared ? "team" : "own")})
                </option>
              ))}
            </Select>
          )}
        </Field>
      </form>
    </Dialog>
  );
}

function inputOf(data: FormData, folders: TemplateFolderView[], bodyHtml: string) {
  const textOf = (field: string) => {
    const value = data.get(field);
    return typeof value === "string" ? value : "";
  };
  const folder = folders.find(({ id }) => id === textOf("folderId"));
  const { id: folderId = null, isShared = false } = folder ?? {};
  return { name: textOf("name"), shortcut: textOf("shortcut"), bodyHtml, folderId, isShared };
}
