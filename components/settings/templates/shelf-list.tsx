import { Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { TemplateItem } from "@/lib/domain/template-view";
import { isOn, shelfKey, type Shelf } from "./shelves";

type ShelfListProps = { shelves: Shelf[]; templates: TemplateItem[]; chosen: string; onChoose: (key: string) => void };

/** The sides and their folders, with how many templates each holds; on a phone one list of choices. */
export function ShelfList({ shelves, templates, chosen, onChoose }: ShelfListProps) {
  const t = useTranslations("templates");
  const nameOf = (shelf: Shelf) => (shelf.kind === "folder" ? shelf.folder.name : t(`shelf.${shelf.kind}`));
  const countOf = (shelf: Shelf) => templates.filter((template) => isOn(shelf, template)).length;
  return (
    <>
      <div className="border-b border-line px-4 py-3 md:hidden">
        <Select aria-label={t("folders")} value={chosen} onChange={({ target }) => onChoose(target.value)}>
          {shelves.map((shelf) => (
            <option key={shelfKey(shelf)} value={shelfKey(shelf)}>
              {shelf.kind === "folder" ? "\u2002\u2002" : ""}
              {nameOf(shelf)} ({countOf(shelf)})
            </option>
          ))}
        </Select>
      </div>
      <nav aria-label={t("folders")} className="hidden w-48 shrink-0 border-r border-line p-2 md:block">
        <ul className="flex flex-col gap-px">
          {shelves.map((shelf) => (
            <li key={shelfKey(shelf)}>
              <button
                type="button"
                aria-current={shelfKey(shelf) === chosen ? "true" : undefined}
                onClick={() => onChoose(shelfKey(shelf))}
                className="flex h-control w-full items-center gap-2 rounded-2 px-2 text-13 text-text-2 hover:bg-hover active:bg-pressed aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-text touch:h-control-touch"
              >
                {shelf.kind === "folder" ? (
                  <Folder aria-hidden className="ml-2 size-3.5 shrink-0 stroke-[1.75]" />
                ) : null}
                <span className="truncate">{nameOf(shelf)}</span>
                <span className="ml-auto shrink-0 text-12 font-regular text-text-3 tabular-nums">{countOf(shelf)}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
