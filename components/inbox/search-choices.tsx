import { Clock3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import { isOperator } from "@/lib/domain/search-operators";
import type { SearchChoice } from "./use-search-combobox";

type SearchChoicesProps = { id: string; choices: SearchChoice[]; at: number; onTake: (choice: SearchChoice) => void };

/** What completes the search, under its field. The focus stays in the field. */
export function SearchChoices({ id, choices, at, onTake }: SearchChoicesProps) {
  const t = useTranslations("search.field");
  const isRecent = choices[0]?.kind === "recent";
  return (
    <div
      className={cn(
        "absolute inset-x-0 top-full z-popover mt-1 overflow-hidden rounded-3 border border-line-2 bg-raised shadow-2",
        choices.length === 0 && "hidden",
      )}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field */}
      <div id={id} role="listbox" aria-label={t(isRecent ? "recent" : "suggestions")} className="p-1">
        {choices.map((choice, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- its keys are the field's
          <div
            key={choice.text}
            id={`${id}-${index}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option element lives in a select only
            role="option"
            aria-selected={index === at}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(choice)}
            className="flex h-control items-center gap-2 rounded-2 px-2 text-13 hover:bg-hover aria-selected:bg-pressed touch:h-control-touch"
          >
            {isRecent ? <Clock3 aria-hidden className="size-3.5 shrink-0 stroke-[1.75] text-text-3" /> : null}
            <span className="truncate">
              <span className="text-accent-text">{choice.operator}</span>
              <bdi>{choice.text}</bdi>
            </span>
            <Meaning choice={choice} />
          </div>
        ))}
      </div>
      <p
        aria-hidden
        className="flex items-center gap-1.5 border-t border-line px-3 py-1.5 text-11 text-text-3 touch:hidden"
      >
        {isRecent ? null : (
          <>
            <Kbd>Tab</Kbd> {t("complete")}
          </>
        )}
        <Kbd>↵</Kbd> {t("search")}
        <span className="flex-1" />
        {isRecent ? t("operators") : null}
      </p>
    </div>
  );
}

/** What an operator takes; and the one value that no list is named after. */
function Meaning({ choice: { kind, operator: of, text } }: { choice: SearchChoice }) {
  const t = useTranslations("search");
  const operator = text.slice(0, -1);
  const meaning =
    kind === "operator" && isOperator(operator)
      ? t(`operator.${operator}`)
      : kind === "value" && of === "is:" && text === "bulk"
        ? t("putAside")
        : null;
  return meaning ? <span className="ml-auto shrink-0 truncate text-12 text-text-3">{meaning}</span> : null;
}
