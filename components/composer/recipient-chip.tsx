import { CircleAlert, UserPlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DragEvent, KeyboardEvent } from "react";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import type { RecipientChip } from "./recipient-chips";

const TONES = {
  plain: "bg-sunken text-text",
  new: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
} as const;

/** One recipient. Who is new in the thread and what cannot be read say so in words as well; a press edits. */
export function RecipientChipButton({
  chip,
  isEdited,
  onRemove,
  onEdit,
  onDragStart,
  onKeyDown,
}: {
  chip: RecipientChip;
  /** Its text stands in the field instead. */
  isEdited: boolean;
  onRemove: () => void;
  onEdit: () => void;
  onDragStart: (event: DragEvent<HTMLElement>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}) {
  const t = useTranslations("composer.recipients");
  const shown = chip.party ? chip.party.name || chip.party.address : chip.text;
  const tone = chip.problem ? "bad" : chip.isNew ? "new" : "plain";
  return (
    <span
      draggable
      onDragStart={onDragStart}
      className={cn(
        isEdited ? "hidden" : "inline-flex",
        "h-6 max-w-full items-center rounded-2 pr-0.5 pl-1.5 text-12 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-focus touch:h-control-touch",
        TONES[tone],
      )}
    >
      <button
        type="button"
        data-chip
        tabIndex={-1}
        onClick={onEdit}
        onKeyDown={onKeyDown}
        title={chip.party?.address ?? t(`problem.${problemWord(chip.problem)}`)}
        aria-keyshortcuts="Backspace Alt+ArrowDown Alt+ArrowUp"
        className="flex h-full min-w-0 items-center gap-1.5 outline-none [&_svg]:size-3.5 [&_svg]:shrink-0"
      >
        {chip.problem ? (
          <CircleAlert aria-hidden />
        ) : chip.isNew ? (
          <UserPlus aria-hidden />
        ) : (
          <Avatar name={shown} size="sm" />
        )}
        <bdi className="truncate">{shown}</bdi>
        {chip.problem || chip.isNew ? <span className="sr-only">{remarkOf(chip, t)}</span> : null}
      </button>
      <button
        type="button"
        tabIndex={-1}
        onClick={onRemove}
        aria-label={t("remove", { who: shown })}
        className="ml-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-1 hover:bg-pressed touch:size-control-touch"
      >
        <X aria-hidden className="size-3 stroke-2" />
      </button>
    </span>
  );
}

const PROBLEMS = ["syntax", "control_character", "too_long"] as const;
const problemWord = (problem: string | null) => PROBLEMS.find((word) => word === problem) ?? "syntax";

/** What the colour says, for who does not see it. */
function remarkOf(chip: RecipientChip, t: ReturnType<typeof useTranslations<"composer.recipients">>): string {
  return chip.problem ? t(`problem.${problemWord(chip.problem)}`) : t("isNew");
}
