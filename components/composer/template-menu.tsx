import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { createPortal } from "react-dom";
import { cn } from "@/components/ui/cn";
import { fillForPreview } from "@/lib/domain/fill-variables";
import { snippetOfHtml } from "@/lib/domain/snippet-of-html";
import type { VariableSource } from "@/lib/domain/template-variables";
import { paths } from "@/lib/url/paths";
import type { OfferedTemplate } from "./ranked-templates";
import { useCaretPlace } from "./use-caret-place";
import { optionId, useTemplateList } from "./use-template-list";
import type { ComposerTemplates } from "./use-templates";

type TemplateMenuProps = {
  editor: Editor;
  templates: ComposerTemplates;
  onInserted: (templateId: string) => void;
};

/** The list behind "/", at the caret. The text keeps the focus; the list says which template is chosen. */
export function TemplateMenu(props: TemplateMenuProps) {
  const t = useTranslations("composer.templates");
  const { listId, asked, isOpen, options, note, index, take, walkTo } = useTemplateList(props);
  const place = useCaretPlace(isOpen ? asked : null, options.length);
  if (!isOpen || !place) return null;
  return createPortal(
    <div
      style={place}
      className="fixed z-popover flex w-80 max-w-[calc(100vw-1rem)] flex-col overflow-hidden rounded-3 bg-raised shadow-2"
    >
      <div
        id={listId}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the text
        role="listbox"
        tabIndex={-1}
        aria-label={t("list")}
        // The focus stays in the text.
        onMouseDown={(event) => event.preventDefault()}
        className="min-h-0 overflow-y-auto p-1 empty:hidden"
      >
        {options.map((template, at) => (
          <Option
            key={template.id}
            id={optionId(listId, at)}
            template={template}
            source={props.templates.source}
            isOn={at === index}
            onHover={() => walkTo(at)}
            onTake={() => take(template)}
          />
        ))}
      </div>
      <output className={note ? "px-3 py-2 text-12 text-text-2" : "sr-only"}>
        {note
          ? t.rich(note, {
              settings: (words) => (
                <Link href={paths.templates} prefetch={false} className="text-accent-text underline">
                  {words}
                </Link>
              ),
            })
          : t("count", { count: options.length })}
      </output>
    </div>,
    document.body,
  );
}

type OptionProps = {
  id: string;
  template: OfferedTemplate;
  /** What is known of the lead: the text is shown as it will stand in the reply. */
  source: VariableSource | null;
  isOn: boolean;
  onHover: () => void;
  onTake: () => void;
};

function Option({ id, template, source, isOn, onHover, onTake }: OptionProps) {
  const t = useTranslations("composer.templates");
  const { name, shortcut, folder, isShared, bodyHtml } = template;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text hears the keys
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
      role="option"
      aria-selected={isOn}
      tabIndex={-1}
      ref={(element) => void (isOn && element?.scrollIntoView({ block: "nearest" }))}
      onMouseMove={isOn ? undefined : onHover}
      onClick={onTake}
      className={cn("rounded-2 px-2 py-1 touch:min-h-control-touch", isOn && "bg-hover")}
    >
      <span className="flex items-baseline gap-2 text-13">
        <span className="min-w-0 truncate font-medium">{name}</span>
        {shortcut ? <span className="shrink-0 font-mono text-11 text-text-2">/{shortcut}</span> : null}
        <span className="ml-auto max-w-28 shrink-0 truncate text-11 text-text-2">
          {folder || t(isShared ? "team" : "own")}
        </span>
      </span>
      <span className="block truncate text-12 text-text-2">
        {snippetOfHtml(source ? fillForPreview(bodyHtml, source).html : bodyHtml)}
      </span>
    </div>
  );
}
