import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";

type ChoiceBoxesProps = {
  legend: string;
  choices: { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** What is said where there is nothing to choose from. */
  none: string;
  /** Names are short: two stand beside each other. */
  isShort?: boolean;
};

/** Boxes to tick, of which there may be many: they scroll in a place of their own. */
export function ChoiceBoxes({ legend, choices, chosen, onChange, none, isShort = false }: ChoiceBoxesProps) {
  const change = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-12 font-medium">{legend}</legend>
      {choices.length === 0 ? (
        <p className="text-12 text-text-3">{none}</p>
      ) : (
        <div
          className={cn(
            "grid max-h-44 gap-x-2 gap-y-1 overflow-y-auto rounded-2 border border-line p-2",
            isShort && "grid-cols-2",
          )}
        >
          {choices.map(({ id, name }) => (
            <Checkbox
              key={id}
              checked={chosen.includes(id)}
              onChange={(isChosen) => change(id, isChosen)}
              className="min-w-0 py-0.5 wrap-anywhere touch:py-2"
            >
              {name}
            </Checkbox>
          ))}
        </div>
      )}
    </fieldset>
  );
}
