import { useTranslations } from "next-intl";
import { useLayoutEffect, useState, type RefObject } from "react";
import { createPortal } from "react-dom";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import type { RecipientSuggestion } from "@/lib/domain/recipient-suggestion";
import type { Suggestions } from "./use-suggestions";

type Props = { id: string; label: string; suggestions: Suggestions; field: RefObject<HTMLElement | null> };

/** The list under an address field. The field keeps the focus; the list says which of it is chosen. */
export function RecipientSuggestions({ id, label, suggestions, field }: Props) {
  const t = useTranslations("composer.recipients");
  const { isOpen, options, index, take, walkTo } = suggestions;
  const place = usePlace(isOpen, field, options.length);
  return (
    <>
      <output className="sr-only">{isOpen ? t("suggestions", { count: options.length }) : null}</output>
      {isOpen && place
        ? createPortal(
            <div
              id={id}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
              role="listbox"
              aria-label={t("suggestionsFor", { field: label })}
              tabIndex={-1}
              style={place}
              // The focus stays in the field, whose text would else become an address.
              onMouseDown={(event) => event.preventDefault()}
              className="fixed z-popover w-64 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-3 bg-raised p-1 shadow-2"
            >
              {options.map((option, at) => (
                <Option
                  key={option.address}
                  id={optionId(id, at)}
                  option={option}
                  isChosen={at === index}
                  onHover={() => walkTo(at)}
                  onTake={() => take(option)}
                />
              ))}
            </div>,
            document.body,
          )
        : null}
    </>
  );
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

type OptionProps = {
  id: string;
  option: RecipientSuggestion;
  isChosen: boolean;
  onHover: () => void;
  onTake: () => void;
};

/** Name and address, and at the name's right a lead's company or that it is one of us. */
function Option({ id, option, isChosen, onHover, onTake }: OptionProps) {
  const t = useTranslations("composer.recipients");
  const { name, address, note, from } = option;
  const aside = from === "team" ? t("ownTeam") : note;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field hears the keys
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      onMouseMove={isChosen ? undefined : onHover}
      onClick={onTake}
      className={cn("flex items-center gap-2 rounded-2 px-2 py-1 touch:min-h-control-touch", isChosen && "bg-hover")}
    >
      <Avatar name={name || address} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2 text-13">
          <bdi className="truncate font-medium">{name || address}</bdi>
          {aside ? <span className="ml-auto max-w-24 shrink-0 truncate text-11 text-text-3">{aside}</span> : null}
        </span>
        {name ? <span className="block truncate text-12 text-text-2">{address}</span> : null}
      </span>
    </div>
  );
}

const GAP = 4;
const WIDTH = 256;
const TALL = 320;

/** Below the field, or above it where there is more room. The composer clips what it holds, so the list lies over the page. */
function usePlace(isOpen: boolean, field: RefObject<HTMLElement | null>, rows: number) {
  const [place, setPlace] = useState<{ left: number; top?: number; bottom?: number; maxHeight: number } | null>(null);
  useLayoutEffect(() => {
    if (!isOpen) return;
    const measure = () => {
      const box = field.current?.getBoundingClientRect();
      if (!box) return;
      const below = window.innerHeight - box.bottom - GAP - 8;
      const above = box.top - GAP - 8;
      const left = Math.max(8, Math.min(box.left - 8, window.innerWidth - WIDTH - 8));
      const isBelow = below >= Math.min(TALL, rows * 44 + 8) || below >= above;
      setPlace(
        isBelow
          ? { left, top: box.bottom + GAP, maxHeight: Math.min(TALL, below) }
          : { left, bottom: window.innerHeight - box.top + GAP, maxHeight: Math.min(TALL, above) },
      );
    };
    measure();
    window.addEventListener("resize", measure);
    window.addEventListener("scroll", measure, { capture: true, passive: true });
    return () => {
      window.removeEventListener("resize", measure);
      window.removeEventListener("scroll", measure, { capture: true });
    };
  }, [isOpen, field, rows]);
  return place;
}
