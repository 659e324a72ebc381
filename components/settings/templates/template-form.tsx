"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { late } from "@/components/ui/late";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { addTemplate, updateTemplate } from "@/lib/actions/templates";
import type { TemplateFolderView, TemplateItem } from "@/lib/domain/template-view";
import { FormProblem } from "../form-problem";
import { SettingsPane } from "../settings-pane";
import { textOf, useActionForm } from "../use-action-form";
import { useAskBeforeLeaving } from "../use-ask-before-leaving";
import { TemplatePreview } from "./template-preview";
import { VariablesMenu } from "./variables-menu";

const TemplateEditor = late(
  () => import("@/components/editor/template-editor").then((file) => file.TemplateEditor),
  <Skeleton className="h-48 w-full" />,
);

type Place = { folderId: string | null; isShared: boolean };
type TemplateFormProps = {
  template: TemplateItem | null;
  /** Where a new one begins. */
  place: Place;
  folders: TemplateFolderView[];
  mayShare: boolean;
  onClose: () => void;
  onSaved: () => void;
};

/** Name, shortcut, place and text of a template, and beside them how it looks for a lead. */
export function TemplateForm({ template, place, folders, mayShare, onClose, onSaved }: TemplateFormProps) {
  const t = useTranslations("templates");
  const common = useTranslations("common");
  const formId = useId();
  const [html, setHtml] = useState(template?.bodyHtml ?? "");
  const [isTouched, setTouched] = useState(false);
  const isChanged = isTouched || html !== (template?.bodyHtml ?? "");
  const { leave, question } = useAskBeforeLeaving(() => isChanged);
  const form = useActionForm(saveTemplate, onSaved);
  const read = (data: FormData): Saved => ({
    templateId: template?.id ?? null,
    name: textOf(data, "name"),
    shortcut: textOf(data, "shortcut"),
    bodyHtml: html,
    ...placeOf(textOf(data, "place")),
  });
  return (
    <SettingsPane
      title={template ? template.name : t("add")}
      className="px-4 py-5 lg:px-5"
      actions={
        <>
          <Button variant="quiet" onClick={() => leave(onClose)}>
            {common("cancel")}
          </Button>
          <Button variant="primary" type="submit" form={formId} pending={form.pending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="flex max-w-5xl flex-col gap-6 xl:flex-row">
        <form
          id={formId}
          noValidate
          onInput={() => setTouched(true)}
          onSubmit={form.submit(read)}
          className="flex min-w-0 flex-1 flex-col gap-3"
        >
          <FormProblem>{form.problem}</FormProblem>
          <Facts template={template} place={place} folders={folders} mayShare={mayShare} errorOf={form.errorOf} />
          <TextField initialHtml={html} error={form.errorOf("bodyHtml")} onChange={setHtml} />
        </form>
        <TemplatePreview html={html} />
      </div>
      {question}
    </SettingsPane>
  );
}

type FactsProps = Pick<TemplateFormProps, "template" | "place" | "folders" | "mayShare"> & {
  errorOf: (path: string) => string | undefined;
};

function Facts({ template, place, folders, mayShare, errorOf }: FactsProps) {
  const t = useTranslations("templates");
  const name = useRef<HTMLInputElement>(null);
  const open = folders.filter(({ mayChange }) => mayChange);
  useEffect(() => name.current?.focus(), []);
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("name")} error={errorOf("name")}>
          {(control) => <Input {...control} ref={name} name="name" autoComplete="off" defaultValue={template?.name} />}
        </Field>
        <Field label={t("shortcut")} hint={t("shortcutHint")} error={errorOf("shortcut")}>
          {(control) => (
            <Input
              {...control}
              name="shortcut"
              autoComplete="off"
              autoCapitalize="off"
              defaultValue={template?.shortcut}
            />
          )}
        </Field>
      </div>
      <Field label={t("place")} error={errorOf("folderId")}>
        {(control) => (
          <Select {...control} name="place" defaultValue={placeKey(template ?? place)}>
            <PlaceOptions folders={open} isShared={false} />
            {mayShare ? <PlaceOptions folders={open} isShared /> : null}
          </Select>
        )}
      </Field>
    </>
  );
}

function TextField({
  initialHtml,
  error,
  onChange,
}: {
  initialHtml: string;
  error: string | undefined;
  onChange: (html: string) => void;
}) {
  const t = useTranslations("templates");
  const id = useId();
  const [startHtml] = useState(initialHtml);
  const [insert, setInsert] = useState<((text: string) => void) | null>(null);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <span className="text-12 font-medium">{t("text")}</span>
        <VariablesMenu disabled={insert === null} onChoose={(text) => insert?.(text)} />
      </div>
      <TemplateEditor
        initialHtml={startHtml}
        label={t("text")}
        placeholder={t("textPlaceholder")}
        describedBy={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        isInvalid={Boolean(error)}
        onChange={onChange}
        onReady={(put) => setInsert(() => put)}
      />
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      <p id={`${id}-hint`} className="text-12 text-text-3">
        {t.rich("textHint", {
          fallback: () => <code className="text-text-2">{`{{lead.firstName | "${t("fallbackWord")}"}}`}</code>,
          escape: () => <code className="text-text-2">{"\\{{"}</code>,
        })}
      </p>
    </div>
  );
}

function PlaceOptions({ folders, isShared }: { folders: TemplateFolderView[]; isShared: boolean }) {
  const t = useTranslations("templates");
  const side = t(isShared ? "shelf.team" : "shelf.own");
  return (
    <>
      <option value={placeKey({ folderId: null, isShared })}>{side}</option>
      {folders
        .filter((folder) => folder.isShared === isShared)
        .map(({ id, name }) => (
          <option key={id} value={placeKey({ folderId: id, isShared })}>
            {side} / {name}
          </option>
        ))}
    </>
  );
}

const placeKey = ({ folderId, isShared }: Place): string => `${isShared ? "team" : "own"} ${folderId ?? ""}`.trim();

function placeOf(key: string): Place {
  const [side, folderId] = key.split(" ");
  return { isShared: side === "team", folderId: folderId ?? null };
}

type Saved = Place & { templateId: string | null; name: string; shortcut: string; bodyHtml: string };

const saveTemplate = ({ templateId, ...written }: Saved) =>
  templateId === null ? addTemplate(written) : updateTemplate({ templateId, ...written });
