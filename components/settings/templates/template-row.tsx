import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { removeTemplate } from "@/lib/actions/templates";
import { snippetOfHtml } from "@/lib/domain/snippet-of-html";
import type { TemplateFigures, TemplateItem } from "@/lib/domain/template-view";
import { ConfirmButton } from "../confirm-button";
import { tableClass } from "../table-class";

type TemplateRowProps = {
  template: TemplateItem;
  folder: string | null;
  onEdit: (template: TemplateItem) => void;
  onChanged: () => void;
};

/** A template: its name, shortcut, place and first words, what became of its uses, and how it is changed. */
export function TemplateRow({ template, folder, onEdit, onChanged }: TemplateRowProps) {
  const t = useTranslations("templates");
  const { id: templateId, name, shortcut, isShared, mayChange, bodyHtml, figures } = template;
  const place = `${t(isShared ? "shelf.team" : "shelf.own")}${folder ? ` / ${folder}` : ""}`;
  const rate = useRate(figures);
  return (
    <tr className={tableClass.row} data-template={templateId}>
      <td className="w-full max-w-0">
        <p className="flex items-baseline gap-2">
          <span className="truncate font-medium">{name}</span>
          {shortcut ? <span className="shrink-0 font-mono text-11 text-text-2">/{shortcut}</span> : null}
        </p>
        <p className="truncate text-12 text-text-2">{snippetOfHtml(bodyHtml)}</p>
        <p className="text-12 [overflow-wrap:anywhere] text-text-3 md:truncate">
          {place}
          <span className="tabular-nums md:hidden">
            {" · "}
            {t("usedTimes", { count: figures.uses })}
            {figures.sent > 0 ? `, ${t("answeredRate", { rate })}` : ""}
          </span>
        </p>
      </td>
      <td className={`text-right tabular-nums ${tableClass.wideOnly}`}>{figures.uses}</td>
      <td className={`text-right whitespace-nowrap tabular-nums ${tableClass.wideOnly}`}>
        {figures.sent === 0 ? <span className="text-text-3">{t("noneSent")}</span> : rate}
        {figures.sent === 0 ? null : (
          <span className="block text-12 text-text-3">
            {t("ofSent", { answered: figures.answered, sent: figures.sent })}
          </span>
        )}
      </td>
      <td className="w-px whitespace-nowrap">
        {mayChange ? (
          <div className="flex items-center justify-end">
            <Button
              variant="quiet"
              data-edit={templateId}
              aria-label={t("editLabel", { name })}
              onClick={() => onEdit(template)}
            >
              {t("edit")}
            </Button>
            <ConfirmButton
              label={t("remove")}
              title={t("removeTitle", { name })}
              text={t("removeText")}
              confirm={t("removeConfirm", { name })}
              keep={t("keep")}
              act={() => removeTemplate({ templateId })}
              onDone={onChanged}
            />
          </div>
        ) : (
          <span className="text-12 text-text-3">{t("readOnly")}</span>
        )}
      </td>
    </tr>
  );
}

function useRate({ answered, sent }: TemplateFigures): string {
  const format = useFormatter();
  return format.number(sent === 0 ? 0 : answered / sent, { style: "percent", maximumFractionDigits: 0 });
}
