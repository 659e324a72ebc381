import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { fillForEditing } from "@/lib/domain/fill-variables";
import type { TemplatesForThread, TemplateView } from "@/lib/domain/template-view";
import type { StepDraft } from "./chain-draft";
import type { ChainModel } from "./use-chain";

type TemplateChoiceProps = { step: StepDraft; model: ChainModel; templates: TemplatesForThread | null };

/** The template that a step's text is from. Another one takes its place; what somebody has written on stays above. */
export function TemplateChoice({ step, model, templates }: TemplateChoiceProps) {
  const t = useTranslations("follow-ups.editor");
  const [isPending, start] = useTransition();
  const all = templates?.templates ?? [];
  const chosen = all.find(({ id }) => id === step.templateIds.at(-1))?.id ?? "";
  const take = (template: TemplateView | undefined) => {
    if (!template || !templates) return model.dispatch({ type: "own", key: step.key });
    const { html } = fillForEditing(template.bodyHtml, templates.source);
    start(async () => {
      // The text leaves as the editor would write it.
      const read = await import("@/components/editor/mail-html-of").catch(() => null);
      if (!read) return void toast(t("notPut"), { tone: "bad" });
      model.dispatch({ type: "template", key: step.key, templateId: template.id, html: read.mailHtmlOf(html) });
    });
  };
  return (
    <Select
      aria-label={t("template")}
      aria-busy={isPending}
      data-part="template"
      value={chosen}
      onChange={({ target }) => take(all.find(({ id }) => id === target.value))}
      className="w-auto min-w-0 flex-1 [&>select]:border-transparent [&>select]:bg-transparent [&>select]:font-medium"
    >
      <option value="">{t(all.length === 0 ? "noTemplate" : step.bodyHtml === "" ? "choose" : "own")}</option>
      {groupsOf(templates).map(({ key, label, inside }) => (
        <optgroup key={key} label={label || t("noFolder")}>
          {inside.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

/** As the composer lists them: a folder each, those without one first. */
function groupsOf(templates: TemplatesForThread | null) {
  if (!templates) return [];
  const { folders, templates: all } = templates;
  return [{ id: null, name: "" }, ...folders].flatMap(({ id, name }) => {
    const inside = all.filter(({ folderId }) => folderId === id);
    return inside.length > 0 ? [{ key: id ?? "none", label: name, inside }] : [];
  });
}
