import { Check } from "lucide-react";
import type { MouseEvent } from "react";
import { cn } from "@/components/ui/cn";

type RowCheckboxProps = {
  label: string;
  isOn: boolean;
  /** Also without a mouse over the row. */
  isShown: boolean;
  onPress: (isRange: boolean) => void;
  className?: string;
};

/** The box that takes the place of a row's dot. Keys choose with x, so that Tab passes it by. */
export function RowCheckbox({ label, isOn, isShown, onPress, className }: RowCheckboxProps) {
  const press = (event: MouseEvent) => onPress(event.shiftKey);
  return (
    <button
      type="button"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input does not tell that Shift was held, which chooses a range
      role="checkbox"
      aria-checked={isOn}
      aria-label={label}
      tabIndex={-1}
      onClick={press}
      className={cn(
        "absolute left-1 flex size-3.5 items-center justify-center rounded-1 border border-line-control bg-surface text-text-on-accent",
        "before:absolute before:-inset-y-[5px] before:-right-1 before:-left-1.5 aria-checked:border-accent aria-checked:bg-accent",
        !isShown && "opacity-0 focus-visible:opacity-100 md:group-hover:opacity-100 touch:pointer-events-none",
        className,
      )}
    >
      {isOn ? <Check aria-hidden className="size-3 stroke-3" /> : null}
    </button>
  );
}
